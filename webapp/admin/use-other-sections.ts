import {useSyncExternalStore} from 'react';
import {OTHER_SETTINGS} from './other-settings.js';

/** What is in the other sections of the page, saved or not. */
export interface OtherSections {
  /** By the keys that the server knows. */
  values: Readonly<Record<string, string>>;
  /** Names of those whose field is not on the page, or looks different from what is known. */
  unread: readonly string[];
}

/**
 * Our section gets only its own settings. The fields of the others are on the same page, with the same kind of id: a
 * text is the value of an input or select, a switch is two radio buttons.
 */
export function useOtherSections(): OtherSections {
  return JSON.parse(useSyncExternalStore(subscribe, readPage)) as OtherSections;
}

/** The same at this moment: a section that was drawn after ours tells of no change. */
export const readOtherSections = (): OtherSections => JSON.parse(readPage()) as OtherSections;

const EVENTS = ['input', 'change'];

function subscribe(changed: () => void): () => void {
  for (const event of EVENTS) document.addEventListener(event, changed);
  return () => {
    for (const event of EVENTS) document.removeEventListener(event, changed);
  };
}

/** As text: the same for the same values. */
function readPage(): string {
  const values: Record<string, string> = {};
  const unread: string[] = [];
  for (const [key, name] of Object.entries(OTHER_SETTINGS)) {
    const value = readField(`PluginSettings.Plugins.zoom.${key.toLowerCase()}`);
    if (value === undefined) unread.push(name);
    else values[key] = value;
  }
  return JSON.stringify({values, unread} satisfies OtherSections);
}

function readField(id: string): string | undefined {
  const field = document.getElementById(id);
  if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) return field.value;
  return ['true', 'false'].find((word) => {
    const radio = document.getElementById(`${id}${word}`);
    return radio instanceof HTMLInputElement && radio.checked;
  });
}
