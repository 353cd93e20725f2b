"""
Learns the network of `src/evidence/doubt/network.ts`: python3 network.py ROWS WEIGHTS DOUBTS (PyTorch; `train.ts` calls it).

ROWS has a line of JSON for each line: its fold, whether it is false, how much it counts, what `faults.py` wants to know of it, and its sentences,
each as its words: the names of what is known of them, the places of what they hang on, and where they stand. A line is as doubtful as its
most doubtful sentence. In learning alone it says as well which words are wrong, and what kind of fault it is. Written are WEIGHTS
(8-bit, a scale for each row, as `network/matrices.ts` reads them) and DOUBTS: for each line how much each sentence is doubted, in log odds,
by networks that were not shown its fold. Networks of several seeds are learned, and what they doubt is their mean.
"""

import json, os, sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from functools import partial
import numpy as np, torch
from torch import nn
from faults import KINDS, mark

sys.path.append(os.path.join(os.path.dirname(__file__), '..', '..'))
from matrices import STEPS, packed

SEEDS, ROUNDS, BATCH, PACE, DECAY = (14, 15, 16), 9, 64, 2.5e-3, 0.02
WIDE, INNER = 48, 64
RARE = 50  # a name that fewer words of the lines have is not learned
WORDS, FAULTS = 0.5, 0.3  # how much it counts which words are wrong, and what kind of fault it is
FEW = 5  # a name's numbers are kept in so many steps either way: a word is the sum of many names, and a sentence's doubt the mean of many networks
HIDDEN, UNSEEN = 0.3, 0.3  # shares that are left out by chance: of what is inside, and of the names


class Network(nn.Module):
    """A word is the sum of its names; twice it looks at what it hangs on and at what hangs on it; the sentence is the most and the sum of its words."""

    def __init__(self, names):
        super().__init__()
        self.names = nn.EmbeddingBag(names, WIDE, mode='sum')
        nn.init.normal_(self.names.weight, 0, 0.05)
        self.first, self.second = nn.Linear(3 * WIDE, INNER), nn.Linear(3 * INNER, INNER)
        self.third, self.last = nn.Linear(2 * INNER, INNER), nn.Linear(INNER, 1)
        self.wrong, self.fault = nn.Linear(INNER, 1), nn.Linear(INNER, len(KINDS) + 1)
        self.hide = nn.Dropout(HIDDEN)

    def forward(self, names, starts, above, sentence, sentences):
        h = self.hide(torch.relu(self.names(names, starts)))
        for layer in (self.first, self.second):
            padded = torch.cat([h, torch.zeros(1, h.shape[1])])
            below = torch.zeros_like(padded).index_add(0, above, h)[:-1]
            h = torch.relu(layer(torch.cat([h, padded[above], below], 1)))
        wrong = self.wrong(self.hide(h)).squeeze(1)
        h = self.hide(h)
        at = sentence[:, None].expand_as(h)
        most = torch.zeros(sentences, h.shape[1]).scatter_reduce(0, at, h, 'amax')
        total = torch.zeros(sentences, h.shape[1]).index_add(0, sentence, h) / 4
        inner = self.hide(torch.relu(self.third(torch.cat([most, total], 1))))
        return self.last(inner).squeeze(1), wrong, self.fault(inner)


class Sentence:
    def __init__(self, words, known):
        rows = [[known[name] for name in names if name in known] or [0] for names, *_ in words]
        self.names = np.concatenate([np.array(row) for row in rows])
        self.lengths = np.array([len(row) for row in rows])
        self.above = np.array([above for _, above, *_ in words])


def batch(sentences, chance):
    names, lengths = (np.concatenate([getattr(one, what) for one in sentences]) for what in ('names', 'lengths'))
    if chance is not None:
        keep = chance.random(len(names)) > UNSEEN
        lengths = np.bincount(np.repeat(np.arange(len(lengths)), lengths)[keep], minlength=len(lengths))
        names = names[keep]
    sizes = [len(one.above) for one in sentences]
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    above = np.concatenate([np.where(one.above < 0, len(lengths), one.above + at) for one, at in zip(sentences, starts)])
    of = np.repeat(np.arange(len(sentences)), sizes)
    firsts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    return *(torch.from_numpy(one) for one in (names, firsts, above, of)), len(sentences)


def learn(lines, names, seed):
    torch.manual_seed(seed)
    chance = np.random.default_rng(seed)
    network = Network(names)
    steps = -(-len(lines) // BATCH) * ROUNDS
    pace = torch.optim.AdamW(network.parameters(), weight_decay=DECAY)
    course = torch.optim.lr_scheduler.OneCycleLR(pace, PACE, total_steps=steps)
    for _ in range(ROUNDS):
        network.train()
        order = chance.permutation(len(lines))
        for at in range(0, len(order), BATCH):
            some = [lines[n] for n in order[at : at + BATCH]]
            of = torch.tensor([n for n, line in enumerate(some) for _ in line['sentences']])
            sentences = [one for line in some for one in line['sentences']]
            doubts, wrong, faults = network(*batch(sentences, chance))
            worst = torch.full((len(some),), -30.0).scatter_reduce(0, of, doubts, 'amax')
            false, counts = (torch.tensor([float(line[what]) for line in some]) for what in ('false', 'counts'))
            loss = (nn.functional.binary_cross_entropy_with_logits(worst, false, reduction='none') * counts).mean()
            is_wrong, counts = (torch.from_numpy(np.concatenate([getattr(one, what) for one in sentences])) for what in ('wrong', 'counts'))
            loss += WORDS * (nn.functional.binary_cross_entropy_with_logits(wrong, is_wrong, reduction='none') * counts).sum() / len(some)
            known = [(n, some[line]['fault']) for n, line in enumerate(of) if len(some[line]['sentences']) == 1 and some[line]['fault'] is not None]
            if known:
                at, fault = torch.tensor(known).T
                loss += FAULTS * nn.functional.cross_entropy(faults[at], fault, reduction='sum') / len(some)
            pace.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 2)
            pace.step()
            course.step()
    return network.eval()


def doubts(network, lines):
    with torch.no_grad():
        return [network(*batch(line['sentences'], None))[0].numpy() for line in lines]


def write(networks, names, path):
    matrices = [
        (f'{n}.{name}', one.numpy().reshape(-1, one.shape[-1]), FEW if name == 'names.weight' else STEPS)
        for n, network in enumerate(networks)
        for name, one in network.items()
    ]
    with open(path, 'wb') as file:
        file.write(packed({'words': '\n'.join(names)}, matrices))


def read(rows):
    """The lines, their words' names as numbers, and the names."""
    lines = [json.loads(line) for line in open(rows, encoding='utf-8')]
    counts = Counter(name for line in lines for words in line['sentences'] for names, *_ in words for name in names)
    names = ['', *sorted(name for name, count in counts.items() if count >= RARE)]
    known = {name: n for n, name in enumerate(names)}
    for line in lines:
        line['words'] = [[(start, end) for _, _, start, end in words] for words in line['sentences']]
        line['sentences'] = [Sentence(words, known) for words in line['sentences']]
    mark(lines)
    return lines, names


def task(rows, job):
    """A network of a seed that was not shown a fold, and how much it doubts that fold's lines, or nothing held back for no fold."""
    seed, fold = job
    torch.set_num_threads(1)  # on matrices this small more of them only wait for each other
    lines, names = read(rows)
    network = learn([line for line in lines if line['fold'] != fold], len(names), seed)
    print('network: seed', seed, 'fold', fold, flush=True)
    weights = {name: one.detach() for name, one in network.state_dict().items() if name.split('.')[0] not in ('wrong', 'fault')}
    return weights, doubts(network, [line for line in lines if line['fold'] == fold])


def main(rows, weights, told):
    lines, names = read(rows)
    folds = sorted({line['fold'] for line in lines})
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        jobs = [(seed, fold) for fold in [None, *folds] for seed in SEEDS]
        found = dict(zip(jobs, pool.map(partial(task, rows), jobs)))
    for fold in folds:
        means = [np.mean(each, 0) for each in zip(*(found[seed, fold][1] for seed in SEEDS))]
        for line, mean in zip((line for line in lines if line['fold'] == fold), means):
            line['doubts'] = [round(float(one), 4) for one in mean]
    with open(told, 'w') as file:
        file.writelines(json.dumps(line['doubts']) + '\n' for line in lines)
    write([found[seed, None][0] for seed in SEEDS], names, weights)


if __name__ == '__main__':
    main(*sys.argv[1:])
