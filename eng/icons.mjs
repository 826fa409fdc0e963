// Draws one SVG sprite from a folder of icons: <svg class="icon"><use href="/icons.svg#calendar-event"></use></svg>.
// usage: node eng/icons.mjs <folder of *.svg> <sprite>
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fail } from './npm.mjs';

const [folder, sprite] = process.argv.slice(2);
const symbols = readdirSync(folder).filter(f => f.endsWith('.svg')).sort().map(file => {
  const [, attributes, drawing] = /<svg([^>]*)>(.*)<\/svg>/s.exec(readFileSync(join(folder, file), 'utf8')) ?? fail(`${file} is no SVG`);
  const [, viewBox] = /viewBox="([^"]+)"/.exec(attributes) ?? fail(`${file} has no viewBox`);
  return `<symbol id="${file.slice(0, -4)}" viewBox="${viewBox}" fill="currentColor">${drawing.replace(/\s*\n\s*/g, '')}</symbol>`;
});
mkdirSync(dirname(sprite), { recursive: true });
writeFileSync(sprite, `<svg xmlns="http://www.w3.org/2000/svg">\n${symbols.join('\n')}\n</svg>\n`);
