import type { Field } from '../field.ts';
import { ENTITIES } from './entities.ts';
import { FEEDS } from './feeds.ts';
import { PUBLISHERS } from './publishers.ts';
import { BESIDE, TOPICS } from './topics.ts';

/** AI infrastructure: data centres, accelerators, power, networks, cloud, and the money behind them. */
export const AI_INFRASTRUCTURE: Field = {
  names: {
    en: 'AI infrastructure',
    de: 'KI-Infrastruktur',
    es: 'Infraestructura de IA',
    fr: 'Infrastructure de l’IA',
    it: 'Infrastruttura IA',
    ja: 'AIインフラ',
    nl: 'AI-infrastructuur',
    pt: 'Infraestrutura de IA',
    zh: '人工智能基础设施',
  },
  readers: 'engineers and buyers of AI infrastructure',
  topics: TOPICS,
  beside: BESIDE,
  built: ['chips', 'data-centres', 'power', 'cloud', 'networks'],
  players: ['chip maker', 'cloud', 'data centre', 'lab'],
  houses: ['cloud', 'compute', 'semiconductor', 'microelectronics', 'photonics', 'optical', 'fiber', 'fibre'],
  synonyms: [
    'power capacity electricity load demand',
    'chip gpu accelerator processor',
    'site campus facility complex',
  ],
  figures: {
    telling: ['watt', 'token', 'byte', 'bit', 'GPU', 'accelerator', 'chip'],
    much: { USD: 1e9, EUR: 1e9, GBP: 1e9, megawatt: 500, gigawatt: 0.5, GPU: 10_000 },
  },
  entities: ENTITIES,
  publishers: PUBLISHERS,
  feeds: FEEDS,
};
