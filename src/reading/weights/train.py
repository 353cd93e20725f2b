"""Trains the reader of sentences and writes reading.bin. README.md beside this file tells how to run it.

A sentence's words become vectors (a table of words that starts from GloVe, and a hashed table of prefixes, suffixes and shapes), a
bidirectional LSTM of two layers reads them, and four small heads tell each word's universal class, its Penn class, its governor
(biaffine attention: Dozat and Manning 2017) and its relation. What is written is 8-bit, a scale for each row.
"""
import argparse, json, math, random, struct, time
import numpy as np
import torch
from torch import nn
from torch.nn import functional as F
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

# The field's own sentences are a third of the treebanks': they are read twice in each of the last rounds, beside them.
FIELD_EPOCHS, FIELD_TIMES = 5, 2
D, H, ARC, REL, HASHED, WORDS = 96, 128, 64, 64, 8192, 30000


def sentences(path):
    with open(path, encoding='utf-8') as file:
        for block in file.read().split('\n\n'):
            rows = [line.split('\t') for line in block.split('\n') if line and not line.startswith('#')]
            rows = [row for row in rows if row[0].isdigit()]
            if rows:
                yield [(r[1], r[3], r[4], int(r[6]), r[7]) for r in rows]


QUOTES = {'\u2019': "'", '\u2018': "'", '\u201c': '"', '\u201d': '"', '``': '"', "''": '"', '\u2013': '-', '\u2014': '-', '\u2212': '-', '\u2026': '...'}


def normal(form):
    for a, b in QUOTES.items():
        form = form.replace(a, b)
    return form


def key(form):
    return ''.join('0' if c in '0123456789' else c for c in form.lower())


def shape(form):
    out = ''
    for c in form:
        s = '0' if c in '0123456789' else 'x' if c.lower() == c and c.upper() != c else 'X' if c.upper() == c and c.lower() != c else c
        if not out.endswith(s) or len(out) < 2 or out[-2] != s:
            out += s
    return out[:12]


def fnv(text):
    h = 0x811C9DC5
    for unit in text.encode('utf-16-le')[::2] if text.isascii() else struct.unpack('<%dH' % (len(text.encode('utf-16-le')) // 2), text.encode('utf-16-le')):
        h = ((h ^ unit) * 0x01000193) & 0xFFFFFFFF
    return h


def parts(form):
    """The hashed rows of a word, eight of them."""
    low = key(form)
    each = ['2' + low[:2], '3' + low[:3], 'b' + low[-2:], 'c' + low[-3:], 'd' + low[-4:], 'a' + low[-1:], 's' + shape(form), 'w' + low]
    return [fnv(one) % HASHED for one in each]


class Reader(nn.Module):
    def __init__(self, glove, words, upos, xpos, rels):
        super().__init__()
        self.glove = nn.Embedding.from_pretrained(glove, freeze=True)
        self.project = nn.Linear(glove.shape[1], D, bias=False)
        self.own = nn.Embedding(words, D, padding_idx=0)
        self.hashed = nn.Embedding(HASHED, D)
        nn.init.normal_(self.own.weight, std=0.05); nn.init.normal_(self.hashed.weight, std=0.1)
        self.one = nn.LSTM(D, H, bidirectional=True, batch_first=True)
        self.two = nn.LSTM(2 * H, H, bidirectional=True, batch_first=True)
        self.upos = nn.Linear(2 * H, upos); self.xpos = nn.Linear(2 * H, xpos)
        self.head = nn.Linear(2 * H, ARC); self.dep = nn.Linear(2 * H, ARC)
        self.arc = nn.Linear(ARC, ARC); self.bias = nn.Linear(ARC, 1)
        self.relhead = nn.Linear(2 * H, REL); self.reldep = nn.Linear(2 * H, REL, bias=False); self.rel = nn.Linear(REL, rels)
        self.root = nn.Parameter(torch.zeros(2 * H))

    def drop(self, x, p=0.2):
        if not self.training:
            return x
        mask = x.new_empty(x.shape[0], 1, x.shape[2]).bernoulli_(1 - p) / (1 - p)
        return x * mask

    def words(self, word, glove, part):
        if self.training:
            keep = (torch.rand(word.shape) > 0.15).long()
            word = word * keep; glove = glove * keep
            hold = (torch.rand(part.shape) > 0.05).float().unsqueeze(-1)
            return self.own(word) + self.project(self.glove(glove)) + (self.hashed(part) * hold).sum(2)
        return self.own(word) + self.project(self.glove(glove)) + self.hashed(part).sum(2)

    def forward(self, word, glove, part, lengths):
        x = self.drop(self.words(word, glove, part), 0.1)
        for layer in (self.one, self.two):
            packed = pack_padded_sequence(x, lengths, batch_first=True, enforce_sorted=False)
            x, _ = pad_packed_sequence(layer(packed)[0], batch_first=True)
            x = self.drop(x)
        with_root = torch.cat([self.root.expand(x.shape[0], 1, -1), x], 1)
        head = self.drop(F.relu(self.head(with_root)), 0.15); dep = self.drop(F.relu(self.dep(x)), 0.1)
        arcs = self.arc(dep) @ head.transpose(1, 2) + self.bias(head).transpose(1, 2)
        return self.upos(x), self.xpos(x), arcs, self.relhead(with_root), self.reldep(x)

    def relations(self, relhead, reldep, heads):
        picked = torch.gather(relhead, 1, heads.unsqueeze(-1).expand(-1, -1, relhead.shape[2]))
        hidden = F.relu(picked + reldep)
        return self.rel(F.dropout(hidden, 0.15, self.training))


def batches(data, size, shuffle):
    order = sorted(range(len(data)), key=lambda i: len(data[i]['word']) + (random.random() * 3 if shuffle else 0))
    groups, group, longest = [], [], 0
    for i in order:
        longest = max(longest, len(data[i]['word']))
        if group and longest * (len(group) + 1) > size:
            groups.append(group); group, longest = [], len(data[i]['word'])
        group.append(data[i])
    groups.append(group)
    if shuffle:
        random.shuffle(groups)
    for group in groups:
        n = max(len(s['word']) for s in group)
        pad = lambda k, fill=0: torch.tensor([s[k] + [fill] * (n - len(s[k])) for s in group])
        part = torch.tensor([s['part'] + [[0] * 8] * (n - len(s['part'])) for s in group])
        lengths = torch.tensor([len(s['word']) for s in group])
        yield pad('word'), pad('glove'), part, lengths, pad('upos', -1), pad('xpos', -1), pad('head', -1), pad('rel', -1)


def main():
    args = argparse.ArgumentParser()
    args.add_argument('--train', nargs='+', required=True); args.add_argument('--dev', nargs='+', required=True)
    args.add_argument('--field', required=True); args.add_argument('--held', required=True)
    args.add_argument('--vectors', required=True); args.add_argument('--out', required=True)
    args.add_argument('--epochs', type=int, default=17); args.add_argument('--seed', type=int, default=3)
    args = args.parse_args()
    random.seed(args.seed); torch.manual_seed(args.seed)
    train = [s for path in args.train for s in sentences(path) if len(s) <= 120]
    random.shuffle(train)
    held, train = train[:600], train[600:]
    dev = [s for path in args.dev for s in sentences(path)]
    field, field_held = list(sentences(args.field)), list(sentences(args.held))

    counts = {}
    for s in train:
        for form, *_ in s:
            counts[key(normal(form))] = counts.get(key(normal(form)), 0) + 1
    # The names of invented articles are no words: what is called by them is known by the words around it.
    for form, upos, *_ in (row for s in field for row in s):
        if upos != 'PROPN' and form[0].islower():
            counts[key(normal(form))] = counts.get(key(normal(form)), 0) + 1
    vectors = json.load(open(args.vectors))
    known, rows = {}, [np.zeros(100, dtype=np.float32)]
    for word in vectors['words']:
        if any(c in '0123456789' for c in word) and word not in counts:
            continue
        if len(known) < WORDS or word in counts:
            known[word] = len(rows); rows.append(np.array(vectors['vectors'][word][:100], dtype=np.float32))
    glove = torch.tensor(np.stack(rows)); glove = glove / glove[1:].std()
    words = {w: i + 1 for i, w in enumerate(w for w, n in counts.items() if n >= 2)}
    labels = [sorted({row[k] for s in train for row in s}) for k in (1, 2, 4)]
    index = [{v: i for i, v in enumerate(each)} for each in labels]
    print(len(train), 'sentences,', len(known), 'vectors,', len(words), 'words', flush=True)

    def encode(s):
        forms = [normal(f) for f, *_ in s]
        return {'word': [words.get(key(f), 0) for f in forms], 'glove': [known.get(key(f), 0) for f in forms], 'part': [parts(f) for f in forms],
                'upos': [index[0].get(r[1], -1) for r in s], 'xpos': [index[1].get(r[2], -1) for r in s],
                'head': [r[3] for r in s], 'rel': [index[2].get(r[4], -1) for r in s]}
    cache = {}
    real = parts
    globals()['parts'] = lambda f: cache.get(f) or cache.setdefault(f, real(f))
    train, held, dev, field, field_held = ([encode(s) for s in each] for each in (train, held, dev, field, field_held))

    model = Reader(glove, len(words) + 1, *map(len, labels))
    optimizer = torch.optim.Adam([p for p in model.parameters() if p.requires_grad], lr=2e-3, betas=(0.9, 0.95), eps=1e-8)
    lessons = [train + (field * FIELD_TIMES if epoch >= args.epochs - FIELD_EPOCHS else []) for epoch in range(args.epochs)]
    total = sum(1 for lesson in lessons for _ in batches(lesson, 1500, False))
    step, started, average = 0, time.time(), None

    def measure(data):
        model.eval(); tags = xtags = arcs_ok = las = n = 0
        with torch.no_grad():
            for word, glove_, part, lengths, upos, xpos, heads, rels in batches(data, 4000, False):
                u, x, arcs, rh, rd = model(word, glove_, part, lengths)
                mask = heads >= 0
                arcs = arcs.masked_fill((torch.arange(arcs.shape[2])[None, None] > lengths[:, None, None]), -1e9)
                best = arcs.argmax(2)
                r = model.relations(rh, rd, best).argmax(2)
                tags += ((u.argmax(2) == upos) & mask).sum().item(); xtags += ((x.argmax(2) == xpos) & mask).sum().item()
                arcs_ok += ((best == heads) & mask).sum().item(); las += ((best == heads) & (r == rels) & mask).sum().item(); n += mask.sum().item()
        model.train()
        return 'upos %.4f xpos %.4f uas %.4f las %.4f' % (tags / n, xtags / n, arcs_ok / n, las / n)

    for epoch in range(args.epochs):
        loss_sum = 0
        for word, glove_, part, lengths, upos, xpos, heads, rels in batches(lessons[epoch], 1500, True):
            for group in optimizer.param_groups:
                group['lr'] = 2.5e-3 * min(1, (step + 1) / 200) * (0.5 + 0.5 * math.cos(math.pi * step / total)) + 2e-5
            u, x, arcs, rh, rd = model(word, glove_, part, lengths)
            arcs = arcs.masked_fill((torch.arange(arcs.shape[2])[None, None] > lengths[:, None, None]), -1e9)
            r = model.relations(rh, rd, heads.clamp(min=0))
            cross = lambda a, b: F.cross_entropy(a.flatten(0, 1), b.flatten(), ignore_index=-1)
            loss = cross(arcs, heads) + cross(r, rels) + 0.5 * cross(x, xpos) + 0.5 * cross(u, upos)
            optimizer.zero_grad(); loss.backward(); nn.utils.clip_grad_norm_(model.parameters(), 5.0); optimizer.step()
            loss_sum += loss.item(); step += 1
            if step > 0.6 * total:
                with torch.no_grad():
                    now = {k: v for k, v in model.state_dict().items() if not k.startswith('glove')}
                    average = {k: v.clone() for k, v in now.items()} if average is None else {k: average[k] + (v - average[k]) * 0.003 for k, v in now.items()}
        print('epoch %d loss %.3f held %s, field %s  %ds' % (epoch + 1, loss_sum, measure(held), measure(field_held), time.time() - started), flush=True)
    model.load_state_dict(average, strict=False)
    print('averaged: held', measure(held), '| dev', measure(dev), '| field', measure(field_held), flush=True)
    write(args.out, model, known, words, labels)


def write(path, model, known, words, labels):
    """A head of JSON (its length before it), then each matrix: a float32 scale a row, then the rows as int8."""
    state = {k: v.detach().numpy() for k, v in model.state_dict().items()}
    vocabulary = list(known) + [w for w in words if w not in known]
    projected = state['glove.weight'] @ state['project.weight'].T
    table = np.stack([(projected[known[w]] if w in known else 0) + (state['own.weight'][words[w]] if w in words else np.zeros(D)) for w in vocabulary])
    matrices = {'words': table, 'hashed': state['hashed.weight']}
    for name in ('one', 'two'):
        for way in ('', '_reverse'):
            at = f'{name}{".back" if way else ".forth"}'
            matrices[f'{at}.input'] = state[f'{name}.weight_ih_l0{way}']; matrices[f'{at}.hidden'] = state[f'{name}.weight_hh_l0{way}']
            matrices[f'{at}.bias'] = (state[f'{name}.bias_ih_l0{way}'] + state[f'{name}.bias_hh_l0{way}'])[None]
    for name in ('upos', 'xpos', 'head', 'dep', 'arc', 'bias', 'relhead', 'reldep', 'rel'):
        matrices[name] = state[f'{name}.weight']
        if f'{name}.bias' in state:
            matrices[f'{name}.bias'] = state[f'{name}.bias'][None]
    matrices['root'] = state['root'][None]
    body, shapes = b'', []
    for name, m in matrices.items():
        scale = np.maximum(np.abs(m).max(1), 1e-9) / 127
        body += scale.astype('<f4').tobytes() + np.round(m / scale[:, None]).astype(np.int8).tobytes()
        body += b'\0' * (-len(body) % 4)
        shapes.append([name, *m.shape])
    head = json.dumps({'upos': labels[0], 'xpos': labels[1], 'relations': labels[2], 'matrices': shapes, 'words': '\n'.join(vocabulary)}, ensure_ascii=False).encode()
    head += b' ' * (-len(head) % 4)
    with open(path, 'wb') as file:
        file.write(struct.pack('<I', len(head)) + head + body)
    print(path, 4 + len(head) + len(body), 'bytes')


if __name__ == '__main__':
    main()
