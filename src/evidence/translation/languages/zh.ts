import type { Language } from '../language.ts';

export const chinese: Language = {
  tag: 'zh',
  decimal: '.',
  spaced: false,
  scales: '2:百 3:千 4:万 8:亿 12:兆 12:万亿',
  numerals: new Map(),
  vague: '1:一',
  fractions: '1/2:一半 1/2:半数 1/2:过半 1/2:半个百分点',
  compounds: '',
  periods: `Q1:第一季度 Q1:一季度 Q1:首季 Q1:第1季度 Q2:第二季度 Q2:二季度 Q2:第2季度 Q3:第三季度 Q3:三季度 Q3:第3季度 Q4:第四季度 Q4:四季度 Q4:第4季度 H1:上半年 H2:下半年 half-year:半年 other:半导体`,
  units: `USD:美元 USD:美金 EUR:欧元 GBP:英镑 JPY:日元 CNY:人民币 CNY:元 CHF:瑞士法郎 KRW:韩元 INR:卢比 percent:% pp:个百分点 pp:百分点 hour:小时 hour:个小时 minute:分钟 second:秒 day:天 day:日 week:周 week:星期 week:个星期
    month:个月 month:月 year:年 year:周年 ton:吨 mile:英里 m2:平方米 m3:立方米 ft2:平方英尺 acre:英亩 hectare:公顷 gallon:加仑 liter:升 kilometer:公里 kilometer:千米 meter:米`,
  bounds: {
    over: '超过 逾 至少 多于 高于 不少于 超 不低于 最少',
    under: '不到 不足 少于 低于 最多 至多 不超过 近 将近 接近 几乎 最高 高达 未满',
    overAfter: '以上 多 余',
    underAfter: '以下 以内',
  },
  from: '从 由 较 比 此前的',
  since: '自',
  to: '至 到 为',
  signs: {
    up: '增长 增加 增至 上升 上涨 升至 提高 提升 上调 扩大 高出 高于 涨 翻番 翻倍 激增 猛增 更高 增幅',
    down: '下降 下跌 减少 降低 降至 下调 缩减 缩小 削减 跌 低于 减半 锐减 更低 少于 降幅 下滑 回落 收窄 低',
    upish: '增 升 高 超 扩 加 最大 涨 利润 改善 创纪录',
    downish: '降 减 跌 低 少 缩 亏 损 节省 节约 慢 小 窄 短 不 没 无 未 缺 半 停 关 省 仅 弱 落',
    not: '不 没有 没 未 无 并非 从未 非',
    notish: '停 拒 否 弃权 除 以外 之外 仅 只 禁 阻 取消 撤 关闭 终止 而是 避免 防止 失败 缺 免 尚 难 改用 隐瞒 空置',
    affirmed:
      '多少 不仅 不但 不少于 不超过 不低于 不到 不足 不断 不同 未来 无论 无线 非常 不久 不得不 除非 不过 不管 不锈钢 无人机 不断 非洲',
    level: '不少于',
    past: '去年 上年 上个月 上月 上周 上季度 昨天 昨日 上一季度',
    next: '明年 下个月 下月 下周 下季度 明天 次年 来年 下一季度',
  },
  oblique: '从 向 被 由 据 对 与 和 为 给 在 同 跟 于 以 比 根据 按 按照 把 将',
  passive: '被 遭 获得',
  contrast: '而 但 然而 不过 却',
  capitals: '',
  known: `Microsoft:微软 Google:谷歌 Amazon:亚马逊 Apple:苹果 Nvidia:英伟达 Intel:英特尔 TSMC:台积电 Samsung:三星 AMD:超威 Oracle:甲骨文 Tesla:特斯拉 Alibaba:阿里巴巴 Tencent:腾讯
    Baidu:百度 Huawei:华为 ByteDance:字节跳动 SoftBank:软银 Broadcom:博通 Qualcomm:高通 Cisco:思科 Dell:戴尔 HP:惠普 Siemens:西门子 Foxconn:富士康 Lenovo:联想 Micron:美光 Sony:索尼`,
};
