import type {Figure} from './figure.js';
import {rounded} from './rounded.js';

/** The figures as one JSON object on one line, by name. */
export const figuresJson = (figures: readonly Figure[]): string =>
  JSON.stringify(Object.fromEntries(figures.map(({name, value}) => [name, rounded(value)])));
