import {describe, expect, it} from '@jest/globals';
import {createKeptName, type NameStorage} from '../../../join-page/kept-name.js';

function storageOf(rows: Map<string, string>): NameStorage {
  return {
    getItem: (key: string) => rows.get(key) ?? null,
    setItem: (key: string, value: string) => void rows.set(key, value),
    removeItem: (key: string) => void rows.delete(key),
  };
}

describe('The name that a browser remembers', () => {
  it('is there until it is forgotten', () => {
    const rows = new Map<string, string>();
    const names = createKeptName(() => storageOf(rows));
    expect([names.canKeep, names.isKept(), names.read()]).toEqual([true, false, '']);
    names.keep('Zoe');
    expect([names.isKept(), names.read()]).toEqual([true, 'Zoe']);
    names.forget();
    expect([names.isKept(), rows.size]).toEqual([false, 0]);
  });

  it('is none where a frame has no storage', () => {
    const names = createKeptName(() => {
      throw new Error('SecurityError');
    });
    names.keep('Zoe');
    names.forget();
    expect([names.canKeep, names.isKept(), names.read()]).toEqual([false, false, '']);
  });
});
