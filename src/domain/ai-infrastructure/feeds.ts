/** The default feeds: about forty publishers of this field, so that a channel has a debrief before anybody has chosen anything. */
import type { PublisherKind } from '../../model.ts';
import type { FieldFeed } from '../field.ts';

type Row = readonly [publisher: string, url: string, topics: string];

const TABLE: readonly { readonly kind: PublisherKind; readonly rows: readonly Row[] }[] = [
  {
    kind: 'news',
    rows: [
      ['Data Center Dynamics', 'https://www.datacenterdynamics.com/en/rss/', 'data-centres power'],
      ['Data Center Knowledge', 'https://www.datacenterknowledge.com/rss.xml', 'data-centres power'],
      [
        'Data Center Frontier',
        'https://www.datacenterfrontier.com/__rss/website-scheduled-content.xml?input=%7B%22sectionAlias%22%3A%22home%22%7D',
        'data-centres power',
      ],
      ['Data Center Post', 'https://datacenterpost.com/feed/', 'data-centres'],
      ['DataCenterNews Asia', 'https://datacenternews.asia/feed', 'data-centres cloud'],
      [
        'The Economic Times',
        'https://datacenters.economictimes.indiatimes.com/rss/ai-compute-infrastructure',
        'data-centres chips',
      ],
      ['The Register', 'https://www.theregister.com/headlines.atom', 'cloud chips data-centres'],
      ['Blocks & Files', 'https://blocksandfiles.com/feed/', 'cloud chips'],
      ['ServeTheHome', 'https://www.servethehome.com/feed/', 'chips networks'],
      ['The Next Platform', 'https://www.nextplatform.com/feed/', 'chips cloud'],
      ['HPCwire', 'https://www.hpcwire.com/feed/', 'chips data-centres'],
      ['Semiconductor Engineering', 'https://semiengineering.com/feed/', 'chips'],
      ['EE Times', 'https://www.eetimes.com/feed/', 'chips'],
      ['IEEE Spectrum', 'https://spectrum.ieee.org/feeds/feed.rss', 'chips power'],
      ["Tom's Hardware", 'https://www.tomshardware.com/feeds/all', 'chips'],
      ['SiliconANGLE', 'https://siliconangle.com/feed/', 'cloud models money'],
      ['Telecom Ramblings', 'https://www.telecomramblings.com/feed/', 'networks data-centres'],
      ['Utility Dive', 'https://www.utilitydive.com/feeds/news/', 'power policy'],
      ['Canary Media', 'https://www.canarymedia.com/rss-feed', 'power policy'],
      ['POWER magazine', 'https://www.powermag.com/feed/', 'power'],
      ['Construction Dive', 'https://www.constructiondive.com/feeds/news/', 'data-centres'],
    ],
  },
  {
    kind: 'analysis',
    rows: [
      ['SemiAnalysis', 'https://semianalysis.com/feed/', 'chips data-centres money'],
      ['Chips and Cheese', 'https://chipsandcheese.com/feed/', 'chips'],
      ['Stratechery', 'https://stratechery.com/feed/', 'money models'],
      ['Interconnects', 'https://www.interconnects.ai/feed', 'models'],
      ['Latent Space', 'https://www.latent.space/feed', 'models'],
      ['Simon Willison', 'https://simonwillison.net/atom/everything/', 'models'],
    ],
  },
  {
    kind: 'vendor',
    rows: [
      ['NVIDIA', 'https://blogs.nvidia.com/feed/', 'chips models'],
      ['NVIDIA Technical Blog', 'https://developer.nvidia.com/blog/feed/', 'chips models'],
      ['CoreWeave', 'https://www.coreweave.com/blog/rss.xml', 'cloud'],
      ['Together AI', 'https://www.together.ai/blog/rss.xml', 'cloud models'],
      ['Arista', 'https://blogs.arista.com/blog/rss.xml', 'networks'],
      ['Vertiv', 'https://www.vertiv.com/en-us/about/news-and-insights/rss/', 'power data-centres'],
      ['Meta Engineering', 'https://engineering.fb.com/feed/', 'data-centres networks'],
      ['Amazon Web Services', 'https://aws.amazon.com/about-aws/whats-new/recent/feed/', 'cloud'],
      ['Modular', 'https://www.modular.com/blog/rss.xml', 'models'],
      ['vLLM', 'https://github.com/vllm-project/vllm/releases.atom', 'models'],
    ],
  },
  {
    kind: 'lab',
    rows: [
      ['OpenAI', 'https://openai.com/news/rss.xml', 'models'],
      ['Google DeepMind', 'https://deepmind.google/blog/rss.xml', 'models'],
      ['Hugging Face', 'https://huggingface.co/blog/feed.xml', 'models'],
    ],
  },
  {
    kind: 'filings',
    rows: [
      [
        'SEC',
        'https://www.sec.gov/cgi-bin/browse-edgar?action=getcompany&CIK=NVDA&type=8-K&dateb=&owner=include&count=20&output=atom',
        'money chips',
      ],
    ],
  },
  { kind: 'research', rows: [['arXiv', 'https://rss.arxiv.org/rss/cs.DC', 'cloud networks']] },
];

export const FEEDS: readonly FieldFeed[] = TABLE.flatMap(({ kind, rows }) =>
  rows.map(([publisher, url, topics]) => ({ publisher, url, kind, topics: topics.split(' ') })),
);
