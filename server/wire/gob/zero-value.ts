import {resolve, type GobShape, type GobType} from './type.js';

/**
 * True for what gob leaves out of a struct: nothing, false, 0, '' and empty lists. Structs and maps are sent when
 * they are there, however empty, and so is what an interface holds.
 */
export function isOmitted(type: GobType, value: unknown): boolean {
  if (value === undefined || value === null) return true;
  switch (resolve(type).kind) {
    case 'bool':
      return value === false;
    case 'int':
    case 'uint':
    case 'float':
      return value === 0 || value === 0n;
    case 'string':
      return value === '';
    case 'bytes':
    case 'slice':
      return (value as {length?: unknown}).length === 0;
    default:
      return false;
  }
}

/** The value Go gives a variable of the type. */
export function zeroOf(shape: GobShape): unknown {
  switch (shape.kind) {
    case 'bool':
      return false;
    case 'int':
    case 'uint':
    case 'float':
      return 0;
    case 'string':
      return '';
    case 'bytes':
      return new Uint8Array();
    case 'slice':
      return [];
    case 'map':
    case 'struct':
      return {};
    default:
      return undefined;
  }
}
