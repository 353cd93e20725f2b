/** What a company, an office or a public body is called when it is not named. */
export const BODY =
  /^(?:company|firm|group|chipmaker|startup|maker|vendor|operator|utility|bank|developer|provider|lender|builder|supplier|business|carrier|lab|laboratory|manufacturer|foundry|retailer|agency|regulator|commission|ministry|trust|fund|council|court|university|union|association|consortium|issuer|borrower|landlord|tenant|parent|unit|subsidiary|buyer|seller|city|county|state|country|authority)$/;
/** Bodies of the state: none is called so because it was spoken of last. */
export const PUBLIC = /^(?:agency|regulator|commission|ministry|council|court|city|county|state|country|authority)$/;
