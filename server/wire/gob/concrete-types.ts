import {GobError} from './gob-error.js';
import {GobNamed} from './gob-named.js';
import {gob, type GobType} from './type.js';

/** What stands inside a Go interface: the registered name, the type it has, the value. */
export interface Concrete {
  readonly name: string;
  readonly type: GobType;
  readonly value: unknown;
}

const anySlice = gob.slice(gob.any);
const anyMap = gob.map(gob.string, gob.any);

const SCALARS: Readonly<Record<string, GobType>> = {
  bool: gob.bool,
  int: gob.int,
  int8: gob.int,
  int16: gob.int,
  int32: gob.int,
  int64: gob.int,
  uint: gob.uint,
  uint16: gob.uint,
  uint32: gob.uint,
  uint64: gob.uint,
  uintptr: gob.uint,
  float32: gob.float,
  float64: gob.float,
  string: gob.string,
};

/** The names Go's gob registers by itself, and the two generic ones JSON needs. They decode to plain JavaScript. */
export const PLAIN_TYPES: ReadonlyMap<string, GobType> = new Map<string, GobType>([
  ...Object.entries(SCALARS),
  ...Object.entries(SCALARS).map(([name, type]): [string, GobType] => [`[]${name}`, gob.slice(type)]),
  ['uint8', gob.uint],
  ['[]uint8', gob.bytes],
  ['[]interface {}', anySlice],
  ['map[string]interface {}', anyMap],
]);

/** Chooses the Go type of a value that is to travel in an interface; undefined is Go's nil. */
export function concreteOf(value: unknown, named: Readonly<Record<string, GobType>>): Concrete | undefined {
  if (value === undefined || value === null) return undefined;
  switch (typeof value) {
    case 'string':
      return {name: 'string', type: gob.string, value};
    case 'boolean':
      return {name: 'bool', type: gob.bool, value};
    case 'number':
      return {name: 'float64', type: gob.float, value};
    case 'object':
      return concreteObject(value, named);
    default:
      throw new GobError('unencodable', `a ${typeof value} has no Go type to travel in an interface`);
  }
}

function concreteObject(value: object, named: Readonly<Record<string, GobType>>): Concrete {
  if (value instanceof GobNamed) {
    const type =
      PLAIN_TYPES.get(value.name) ?? (Object.hasOwn(named, value.name) ? named[value.name] : undefined);
    if (!type) throw new GobError('unencodable', `name not registered for interface: ${value.name}`);
    return {name: value.name, type, value: value.value};
  }
  if (Array.isArray(value)) return {name: '[]interface {}', type: anySlice, value};
  if (value instanceof Uint8Array) return {name: '[]uint8', type: gob.bytes, value};
  return {name: 'map[string]interface {}', type: anyMap, value};
}
