import { createRequire } from 'node:module';
import type { Chart } from '../../ports/chart.ts';
import { drawSeries, FONT } from './draw.ts';

const require = createRequire(import.meta.url);

/** resvg draws no text, and says nothing, with a web font: TrueType files only. */
const FONT_FILES = ['400Regular/Inter_400Regular.ttf', '600SemiBold/Inter_600SemiBold.ttf'].map((file) =>
  require.resolve(`@expo-google-fonts/inter/${file}`),
);

/** Pictures are drawn at twice their size, for screens of high density. */
const DENSITY = 2;

/** Draws series; the renderer of pictures is loaded with the first one. */
export function createChart(): Chart {
  return {
    svg: drawSeries,
    async png(series, options) {
      const { Resvg } = await import('@resvg/resvg-js');
      const drawing = new Resvg(drawSeries(series, options), {
        fitTo: { mode: 'width', value: options.width * DENSITY },
        font: { fontFiles: FONT_FILES, loadSystemFonts: false, defaultFontFamily: FONT },
      });
      return new Uint8Array(drawing.render().asPng());
    },
  };
}
