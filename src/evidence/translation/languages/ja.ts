import type { Language } from '../language.ts';

export const japanese: Language = {
  tag: 'ja',
  decimal: '.',
  spaced: false,
  scales: '2:百 3:千 4:万 8:億 12:兆',
  numerals: new Map(),
  vague: '1:一',
  fractions: '1/2:半分 1/2:半数 1/2:過半',
  compounds: '',
  periods: `Q1:第1四半期 Q2:第2四半期 Q3:第3四半期 Q4:第4四半期 Q1:1〜3月期 Q1:1-3月期 Q2:4〜6月期 Q2:4-6月期 Q3:7〜9月期 Q3:7-9月期 Q4:10〜12月期 Q4:10-12月期 H1:上半期 H1:上期 H1:前半 H2:下半期 H2:下期 H2:後半 half-year:半年
    half-year:半期 other:半導体`,
  units: `USD:米ドル USD:ドル EUR:ユーロ GBP:ポンド JPY:円 CNY:人民元 CNY:元 CHF:スイスフラン KRW:ウォン INR:ルピー percent:パーセント percent:% pp:パーセントポイント pp:ポイント pp:%ポイント
    hour:時間 minute:分間 second:秒 day:日間 day:日 week:週間 week:週 month:カ月 month:か月 month:ヶ月 month:ヵ月 month:箇月 year:年間 year:年 ton:トン mile:マイル m2:平方メートル m3:立方メートル
    ft2:平方フィート acre:エーカー hectare:ヘクタール gallon:ガロン liter:リットル kilometer:キロメートル kilometer:キロ meter:メートル`,
  bounds: {
    over: '少なくとも 最低 優に',
    under: '最大 最高 ほぼ 最大で 高くても 多くても',
    overAfter: '以上 を超え 超 を上回 余り 強',
    underAfter: '未満 以下 を下回 近く 弱 に満たない に満たず',
  },
  from: 'から より に対し と比べ に比べ だった',
  since: '',
  to: 'に へ まで',
  signs: {
    up: '増加 増え 増や 増し 上昇 上が 上げ 上回 拡大 伸び 伸ば 急増 急騰 高い 高く 高ま 倍増 引き上げ 増収 増益 値上',
    down: '減少 減っ 減ら 減り 減る 下落 下が 下げ 下回 縮小 低下 急減 急落 安い 低い 低く 低ま 半減 引き下げ 減収 減益 値下 削減 落ち込 少ない 少なか 少なく',
    upish: '増 超 最大 最高 追加 黒字 利益 改善 加速 延長 記録 過去最',
    downish: '減 下 未満 損失 赤字 失 節約 遅 小さ 小規模 狭 短 不足 ない なく ず 半 止 廃 割引 安',
    not: 'ない なか ません ず_ ずに せず なく なし 無し ぬ。 ておらず ず、',
    notish:
      '不 未 非 無 否 停止 止め 止ま やめ 中止 拒 棄権 除 以外 だけ のみ わずか 禁 阻 取り消 撤回 閉鎖 終 まで 前に 代わり 避け 防 失敗 欠 免 切り替え 控え 見送 秘密',
    affirmed:
      '少なくとも 少なく 少ない 間もなく まもなく だけでなく だけではなく のみならず なければならない なければならず なくてはならない ねばならない 限りなく ないか 危ない 問題ない なくなる必要 少なか',
    level: '少なくとも',
    past: '昨年 前年 先月 前月 先週 前週 前四半期 昨日 去年 前回',
    next: '来年 翌年 来月 翌月 来週 翌週 次四半期 明日 来期',
  },
  oblique: 'から に を へ で より によ によると によれば との と の 製 向け 側の に対し とは',
  passive: 'される。 された。 られる。 られた。 されている。 されていた。 られている。 されます。 されました。',
  contrast: 'が、 一方 しかし だが ものの',
  capitals: '',
  known: 'Nvidia:エヌビディア TSMC:台積電 Fujitsu:富士通 Hitachi:日立 Toshiba:東芝 Huawei:華為 Alibaba:阿里巴巴',
};
