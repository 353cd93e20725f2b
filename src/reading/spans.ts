/** Nouns of time and measure, which stand beside a verb without being its object: "fell an hour later". */
export const TIME =
  /^(?:second|minute|hour|day|week|weekend|month|quarter|year|decade|century|time|today|yesterday|tomorrow|tonight|monday|tuesday|wednesday|thursday|friday|saturday|sunday|morning|afternoon|evening|night)$/;
