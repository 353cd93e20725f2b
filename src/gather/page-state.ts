/**
 * What came instead of an article, if anything did: `paywall` a part for those who do not pay, `consent` a wall that asks first, `empty`
 * a shell that scripts would fill, `soft 404` an error page that answers 200.
 */
export type PageState = 'ok' | 'paywall' | 'consent' | 'empty' | 'soft 404';

/** Below this many characters a page's text may be something else than its article. */
const SHORT = 1500;
/** Below this many there is nothing to read. */
const NOTHING = 140;

const NOT_FOUND =
  /\b(?:404|(?:page|article|story|content) (?:not found|no longer (?:exists|available))|not be found|seite (?:wurde )?nicht gefunden|page (?:introuvable|non trouvée)|página no encontrada|pagina non trovata)\b/iu;

const CONSENT =
  /\b(?:we (?:and our partners )?(?:use|value|store)[^.]{0,60}(?:cookies|privacy)|accept (?:all )?cookies|manage (?:your )?(?:cookie|privacy|consent)|before you continue|einwilligung|zustimmen und weiter|cookies akzeptieren|mit werbung (?:und tracking )?weiterlesen|accepter et (?:continuer|fermer)|aceptar (?:y continuar|cookies)|accetta e continua)\b/iu;

const PAYWALL =
  /\b(?:subscribe (?:now |today )?to (?:continue|read|keep|unlock|view)|to continue reading|continue reading (?:this|with)|already (?:a subscriber|have an account|subscribed)|(?:for|exclusive to|available to) (?:our )?(?:paid )?(?:subscribers|members) only|this (?:article|story|post|content) is (?:for|reserved for|only available to|exclusive)[^.]{0,30}(?:subscribers|members)|free articles? (?:left|remaining)|log in to (?:continue|read)|jetzt weiterlesen|weiterlesen mit|nur für abonnenten|réservé (?:aux|à nos) abonnés|lire la suite de cet article|exclusivo (?:para|de) suscriptores|contenuto riservato agli abbonati)\b/iu;

/** Judges what was read, by the text, the title and whether the page declares itself free to read. */
export function stateOf(page: {
  readonly text: string;
  readonly title: string | null;
  readonly shown: string;
  readonly isFree: boolean;
}): PageState {
  const { text, title, shown, isFree } = page;
  if (text.length < SHORT) {
    if (NOT_FOUND.test(title ?? '') || (text.length < SHORT / 3 && NOT_FOUND.test(text))) return 'soft 404';
    if (!isFree || PAYWALL.test(shown)) return 'paywall';
    if (CONSENT.test(text) && text.length < SHORT / 2) return 'consent';
    if (text.length < NOTHING) return CONSENT.test(shown) ? 'consent' : 'empty';
  }
  return 'ok';
}
