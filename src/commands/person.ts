/** The platform's own id in what people type: `<@U123|ana>`, `<@123>`, `U123`; of a role, `&` and its id: `<@&123>`. */
export function personIn(typed: string): string | null {
  const mention = /^<@!?([^|>]+)(?:\|[^>]*)?>$/.exec(typed.trim());
  const id = mention?.[1] ?? typed.trim();
  return /^&?[A-Za-z0-9]{2,32}$/.test(id) ? id : null;
}
