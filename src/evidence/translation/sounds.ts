/** Words by their consonants, as languages spell and hear the same name. */

/** Without accents and capitals. */
export const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The consonants of a word as languages spell them alike: Zaragoza and Saragosse, Geneva and Genf. */
export const skeleton = (word: string): string =>
  fold(word)
    .replace(/ph/g, 'f')
    .replace(/sch|sh|ch/g, 's')
    .replace(/[zx]/g, 's')
    .replace(/c(?=[eiy])/g, 's')
    .replace(/[cq]/g, 'k')
    .replace(/[wf]/g, 'v')
    .replace(/j/g, 'y')
    .replace(/[aeiouyh]/g, '')
    .replace(/(.)\1+/g, '$1');

const KANA: Readonly<Record<string, string>> = Object.fromEntries(
  `ア:a イ:i ウ:u エ:e オ:o カ:ka キ:ki ク:ku ケ:ke コ:ko ガ:ga ギ:gi グ:gu ゲ:ge ゴ:go サ:sa シ:si ス:su セ:se ソ:so ザ:sa ジ:si ズ:su ゼ:se ゾ:so タ:ta チ:ti ツ:tu テ:te ト:to
  ダ:da ヂ:di ヅ:du デ:de ド:do ナ:na ニ:ni ヌ:nu ネ:ne ノ:no ハ:ha ヒ:hi フ:fu ヘ:he ホ:ho バ:ba ビ:bi ブ:bu ベ:be ボ:bo パ:pa ピ:pi プ:pu ペ:pe ポ:po マ:ma ミ:mi ム:mu メ:me モ:mo
  ヤ:ya ユ:yu ヨ:yo ラ:ra リ:ri ル:ru レ:re ロ:ro ワ:wa ヲ:o ン:n ヴ:vu ァ:a ィ:i ゥ:u ェ:e ォ:o ャ:ya ュ:yu ョ:yo ッ: ー: ・:`
    .split(/\s+/)
    .map((pair) => pair.split(':') as [string, string]),
);
/** Consonants without what katakana does not tell apart. */
export const heard = (consonants: string): string =>
  consonants
    .replaceAll('l', 'r')
    .replaceAll('v', 'b')
    .replaceAll('t', 's')
    .replace(/[mn]/g, 'n')
    .replace(/(.)\1+/g, '$1');
/** Katakana as consonants. */
export const spoken = (kana: string): string => heard(skeleton(Array.from(kana, (char) => KANA[char] ?? '').join('')));

/** How alike two consonant rows are, 0 to 1 (Levenshtein 1966, by the longer). */
export function likeness(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
    row = next;
  }
  return 1 - (row[b.length] ?? 0) / Math.max(1, a.length, b.length);
}
