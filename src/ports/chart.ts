import type { Series } from '../model.ts';

export type Theme = 'light' | 'dark';
export type Chart = {
  svg(series: Series, options: { readonly theme: Theme; readonly width: number }): string;
  png(series: Series, options: { readonly theme: Theme; readonly width: number }): Promise<Uint8Array>;
};
