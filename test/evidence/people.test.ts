import { describe, expect, it } from 'vitest';
import { peopleIn } from './people.ts';

const people = (text: string) => peopleIn(text).map(({ name, role, organisation }) => [name, role, organisation]);
const mentions = (text: string) => peopleIn(text).map(({ mentions: all }) => all.map((mention) => mention.text));

describe('who is named in a text', () => {
  it('takes the fullest name, wherever it stands', () => {
    expect(mentions('Okafor spoke first. Then T. Okafor left. Tunde B. Okafor, an analyst, came back.')).toEqual([
      ['Okafor', 'T. Okafor', 'Tunde B. Okafor'],
    ]);
    expect(people('Okafor spoke first. Tunde B. Okafor, an analyst, came back.')).toEqual([
      ['Tunde B. Okafor', 'analyst', null],
    ]);
  });

  it('keeps particles, initials and juniors in the name', () => {
    expect(
      people('Bernhard von der Heide, an engineer, met J.P. Moss, a lawyer, and Carl Nyberg, Jr.').map(
        ([name]) => name,
      ),
    ).toEqual(['Bernhard von der Heide', 'J.P. Moss', 'Carl Nyberg Jr.']);
  });

  it('takes no company, place or institution for a person', () => {
    expect(
      people(
        'Stratus Grid, a developer, leased land in New Albany. Bellwether Capital and the Ohio Power Commission objected. Stratus Grid said it would wait. Lumen Forge did not answer.',
      ),
    ).toEqual([]);
  });

  it('tells namesakes apart, by given name and by honorific', () => {
    expect(
      mentions('Ann Moss runs sales at Helio. Paul Moss, a lawyer, does not. Ms. Moss left in May. Mr. Moss stayed.'),
    ).toEqual([
      ['Ann Moss', 'Moss'],
      ['Paul Moss', 'Moss'],
    ]);
  });

  it('keeps the role of the introduction when a later mention has another', () => {
    expect(people('Ines Moreau, chief executive of Tenrix, was early. Moreau, a keen sailor, left late.')).toEqual([
      ['Ines Moreau', 'chief executive', 'Tenrix'],
    ]);
  });
});
