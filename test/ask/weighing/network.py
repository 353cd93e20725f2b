"""
Learns the networks of `src/ask/weighing/weigh.ts`: python3 network.py ROWS WEIGHTS QUESTIONS TRIED (PyTorch; `train.ts` calls it).

ROWS has the number of traits that the words tell, then a line of JSON for each question: its desk, and its sentences, each with its name, its
traits, and whether it answers (null: told with one that does). Of a question's sentences one answers, or none: what is learned is which, first by
what the words tell, then, of those likeliest by that, by what reading tells as well. Written are WEIGHTS (8-bit, a scale for each row, as
`reading/network/matrices.ts` reads them; QUESTIONS names what they were learned from) and, where it is given, TRIED: for each question the log
odds against none of the likeliest line by networks that were not shown its desk, and its place among the lines.
"""

import json, os, sys
from concurrent.futures import ProcessPoolExecutor
from functools import partial
import numpy as np, torch
from torch import nn

sys.path.append(os.path.join(os.path.dirname(__file__), '..', '..'))
from matrices import STEPS, packed

SEEDS, ROUNDS, BATCH, PACE, DECAY = (1, 2, 3), 60, 16, 3e-3, 0.05
INNER, HIDDEN, UNSEEN = 128, 0.5, 0.1  # how wide it is, and the shares that are left out by chance: of what is inside, and of the traits
FARTHEST = 4  # no trait is farther from its mean, in standard deviations
LEARNED, READ = 12, 8  # so many of the likeliest sentences are learned from, and so many are read


class Network(nn.Module):
    def __init__(self, traits):
        super().__init__()
        self.first, self.second, self.last = nn.Linear(traits, INNER), nn.Linear(INNER, INNER), nn.Linear(INNER, 1)
        self.none = nn.Parameter(torch.zeros(1, 1))
        self.unseen, self.hide = nn.Dropout(UNSEEN), nn.Dropout(HIDDEN)

    def forward(self, traits):
        h = self.hide(torch.relu(self.first(self.unseen(traits))))
        return self.last(self.hide(torch.relu(self.second(h)))).squeeze(1) - self.none[0]


def learn(questions, seed):
    """Questions as their traits and whether each sentence answers: 1, 0, or -1 told with one that does."""
    torch.manual_seed(seed)
    chance = np.random.default_rng(seed)
    network = Network(questions[0][0].shape[1])
    pace = torch.optim.AdamW(network.parameters(), lr=PACE, weight_decay=DECAY)
    course = torch.optim.lr_scheduler.OneCycleLR(pace, PACE, total_steps=ROUNDS * -(-len(questions) // BATCH))
    for _ in range(ROUNDS):
        network.train()
        order = chance.permutation(len(questions))
        for at in range(0, len(order), BATCH):
            some = [questions[n] for n in order[at : at + BATCH]]
            worths = network(torch.cat([traits for traits, _ in some])).split([len(traits) for traits, _ in some])
            loss = sum(
                torch.logsumexp(torch.cat([worth[is_ >= 0], torch.zeros(1)]), 0)
                - (torch.logsumexp(worth[is_ == 1], 0) if (is_ == 1).any() else 0)
                for worth, (_, is_) in zip(worths, some)
            )
            pace.zero_grad()
            (loss / BATCH).backward()
            pace.step()
            course.step()
    return network.eval()


class Model:
    """Networks of some seeds for what the words tell, and for what reading tells as well."""

    def __init__(self, questions, words):
        traits = torch.cat([question['traits'] for question in questions])
        self.mean, self.spread = traits.mean(0), traits.std(0) + 1e-3
        self.words = words
        self.by_words = self.networks([(self.seen(question)[:, :words], question['is']) for question in questions])
        chosen = [(question, self.promising(question, LEARNED)) for question in questions]
        self.read = self.networks([(self.seen(question)[at], question['is'][at]) for question, at in chosen])

    def networks(self, questions):
        return [learn(questions, seed) for seed in SEEDS]

    def seen(self, question):
        return ((question['traits'] - self.mean) / self.spread).clamp(-FARTHEST, FARTHEST)

    def promising(self, question, most):
        """The places of the lines of the likeliest sentences."""
        with torch.no_grad():
            promise = sum(network(self.seen(question)[:, : self.words]) for network in self.by_words)
        best = {}
        for at, one in zip(question['at'], promise.tolist()):
            best[at] = max(best.get(at, -1e9), one)
        chosen = set(sorted(best, key=best.get, reverse=True)[:most])
        return torch.tensor([n for n, at in enumerate(question['at']) if at in chosen])

    def best(self, question):
        at = self.promising(question, READ)
        with torch.no_grad():
            worth = sum(network(self.seen(question)[at]) for network in self.read) / len(SEEDS)
        return [round(float(worth.max()), 4), int(at[worth.argmax()])]

    def write(self, path, questions):
        parts = [('mean', self.mean[:, None]), ('spread', self.spread[:, None])]
        for kind, networks in (('words', self.by_words), ('read', self.read)):
            for n, network in enumerate(networks):
                parts += [(f'{kind}.{n}.{name}', one.detach()) for name, one in network.state_dict().items()]
        with open(path, 'wb') as file:
            file.write(packed({'questions': questions}, [(name, one.numpy().reshape(-1, one.shape[-1]), STEPS) for name, one in parts]))


def read(rows):
    with open(rows, encoding='utf-8') as file:
        words, *questions = [json.loads(line) for line in file]
    for question in questions:
        lines = question.pop('lines')
        question['at'] = [line['at'] for line in lines]
        question['traits'] = torch.tensor([line['traits'] for line in lines], dtype=torch.float32)
        question['is'] = torch.tensor([-1 if line['is'] is None else int(line['is']) for line in lines])
    return words, questions


def task(rows, desk):
    torch.set_num_threads(1)  # on matrices this small more of them only wait for each other
    words, questions = read(rows)
    model = Model([question for question in questions if question['desk'] != desk], words)
    return [model.best(question) for question in questions if question['desk'] == desk]


def main(rows, weights, name, tried=None):
    torch.set_num_threads(1)
    words, questions = read(rows)
    Model(questions, words).write(weights, name)
    if tried is None:
        return
    desks = sorted({question['desk'] for question in questions})
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        found = {desk: iter(best) for desk, best in zip(desks, pool.map(partial(task, rows), desks))}
    with open(tried, 'w') as file:
        file.writelines(json.dumps(next(found[question['desk']])) + '\n' for question in questions)


if __name__ == '__main__':
    main(*sys.argv[1:])
