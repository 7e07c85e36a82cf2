import de from './de.json' with {type: 'json'};
import en from './en.json' with {type: 'json'};
import es from './es.json' with {type: 'json'};
import fr from './fr.json' with {type: 'json'};
import ja from './ja.json' with {type: 'json'};

/** One JSON per language, each with the same keys: everything that the script says. */
export const languages: ReadonlyMap<string, Readonly<Record<string, string>>> = new Map([
  ['en', en],
  ['de', de],
  ['es', es],
  ['fr', fr],
  ['ja', ja],
]);
