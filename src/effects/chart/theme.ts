import type { Theme } from '../../ports/chart.ts';

export type Colours = {
  readonly ground: string;
  readonly ink: string;
  readonly faint: string;
  readonly grid: string;
  readonly line: string;
};

/** Contrast of ink and line on their ground is at least 4.5:1 (WCAG 2.2, 1.4.3). */
export const COLOURS: Readonly<Record<Theme, Colours>> = {
  light: { ground: '#ffffff', ink: '#1a1c1f', faint: '#5f6670', grid: '#e3e6ea', line: '#0b62c4' },
  /** Names of `adapters/web/style.css`. */
  page: {
    ground: 'var(--card)',
    ink: 'var(--ink)',
    faint: 'var(--soft)',
    grid: 'var(--grid)',
    line: 'var(--accent)',
  },
  dark: { ground: '#1f2125', ink: '#f0f2f5', faint: '#a3abb6', grid: '#393d44', line: '#6fb1ff' },
};
