/** A year as a picture: one cell an hour, days from left to right, hours of the day from top to bottom. */

import type { Rgb } from './scales.ts';

export const HOURS_OF_DAY = 24;
const CELL_WIDTH = 3;
const CELL_HEIGHT = 10;
const HATCH = 4;

/** @param values by hour, NaN where there is none: hatched, never the colour of a number */
export function paintHourMap(canvas: HTMLCanvasElement, values: Float64Array, colourOf: (value: number) => Rgb): void {
  const days = Math.ceil(values.length / HOURS_OF_DAY);
  canvas.width = days * CELL_WIDTH;
  canvas.height = HOURS_OF_DAY * CELL_HEIGHT;
  const context = canvas.getContext('2d');
  if (context === null) return;
  const image = context.createImageData(canvas.width, canvas.height);
  const pixels = new Uint32Array(image.data.buffer);
  for (let hour = 0; hour < days * HOURS_OF_DAY; hour++) {
    const value = values[hour] ?? Number.NaN;
    const colour = Number.isNaN(value) ? undefined : packed(colourOf(value));
    const [left, top] = [Math.floor(hour / HOURS_OF_DAY) * CELL_WIDTH, (hour % HOURS_OF_DAY) * CELL_HEIGHT];
    for (let y = top; y < top + CELL_HEIGHT; y++) {
      for (let x = left; x < left + CELL_WIDTH; x++) {
        pixels[y * canvas.width + x] = colour ?? ((x + y) % HATCH === 0 ? DARK : LIGHT);
      }
    }
  }
  context.putImageData(image, 0, 0);
}

const packed = ([red, green, blue]: Rgb) => ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
const DARK = packed([110, 110, 110]);
const LIGHT = packed([215, 215, 215]);
