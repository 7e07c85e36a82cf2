import type {Figure} from './figure.js';
import {rounded} from './rounded.js';

/** The figures as lines for the terminal: name, value and, where there is one, the target. */
export function figuresTable(figures: readonly Figure[]): string {
  const names = columnOf(figures, ({name}) => name);
  const values = columnOf(figures, ({value}) => String(rounded(value)));
  return figures
    .map((figure) => [names.start(figure), values.end(figure), againstTarget(figure)].join('  ').trimEnd())
    .join('\n');
}

function columnOf(figures: readonly Figure[], text: (figure: Figure) => string) {
  const width = Math.max(0, ...figures.map((figure) => text(figure).length));
  return {
    start: (figure: Figure): string => text(figure).padEnd(width),
    end: (figure: Figure): string => text(figure).padStart(width),
  };
}

function againstTarget({value, target}: Figure): string {
  if (target === undefined) return '';
  return `at most ${target}${rounded(value) > target ? ': missed' : ''}`;
}
