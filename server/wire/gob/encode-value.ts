import {concreteOf, type Concrete} from './concrete-types.js';
import {GobError} from './gob-error.js';
import {GobWriter} from './gob-writer.js';
import type {GobShape, GobType} from './type.js';
import {resolve} from './type-ids.js';

/** What encoding a value needs from its encoder. */
export interface EncodeContext {
  /** Types by the name they have inside an interface. */
  readonly named: Readonly<Record<string, GobType>>;
  /** The id of a type, its definition being on the way. */
  idOf(type: GobType): number;
}

/** Cycles end here. */
const MAX_DEPTH = 400;

/** Writes a value as Go sends it alone: a non-struct behind a zero byte. An absent value is the type's zero. */
export function encodeTopLevel(out: GobWriter, type: GobType, value: unknown, context: EncodeContext): void {
  if (resolve(type).kind !== 'struct') out.uint(0);
  new ValueEncoder(out, context, 0).value(type, value ?? zeroOf(resolve(type)));
}

class ValueEncoder {
  constructor(
    private readonly out: GobWriter,
    private readonly context: EncodeContext,
    private depth: number,
  ) {}

  value(type: GobType, value: unknown): void {
    if (++this.depth > MAX_DEPTH)
      throw new GobError('unencodable', 'value is nested too deeply, or in itself');
    this.shape(resolve(type), value);
    this.depth--;
  }

  private shape(shape: ReturnType<typeof resolve>, value: unknown): void {
    switch (shape.kind) {
      case 'bool':
        return this.out.uint(expect('boolean', value) ? 1 : 0);
      case 'int':
        return this.out.int(expectInteger(value, MIN_INT64, MAX_INT64));
      case 'uint':
        return this.out.uint(expectInteger(value, 0n, MAX_UINT64));
      case 'float':
        return this.out.float(expect('number', value));
      case 'string':
        return this.out.string(expect('string', value));
      case 'bytes':
        return this.out.bytes(expectBytes(value));
      case 'marshaler':
        return shape.by === 'TextMarshalerT'
          ? this.out.string(expect('string', value))
          : this.out.bytes(expectBytes(value));
      case 'slice':
        return this.slice(shape.elem, value);
      case 'map':
        return this.map(shape.key, shape.elem, value);
      case 'struct':
        return this.struct(shape, value);
      case 'any':
        return this.any(concreteOf(value, this.context.named));
    }
  }

  private slice(elem: GobType, value: unknown): void {
    if (!Array.isArray(value)) throw mismatch('an array', value);
    this.out.uint(value.length);
    // By index: forEach would skip holes, and the count has been sent.
    for (let index = 0; index < value.length; index++) this.element(elem, value[index]);
  }

  private map(key: GobType, elem: GobType, value: unknown): void {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw mismatch('a map', value);
    const entries = value instanceof Map ? [...(value as Map<unknown, unknown>)] : Object.entries(value);
    this.out.uint(entries.length);
    for (const [name, content] of entries) {
      this.element(key, name);
      this.element(elem, content);
    }
  }

  /** Go cannot send a nil pointer as an element; nil inside an interface it can. */
  private element(type: GobType, value: unknown): void {
    if ((value === undefined || value === null) && resolve(type).kind !== 'any') {
      throw new GobError('unencodable', 'nil element in a slice or map');
    }
    this.value(type, value);
  }

  private struct(shape: GobShape & {kind: 'struct'}, value: unknown): void {
    if (typeof value !== 'object' || value === null) throw mismatch(`struct ${shape.name}`, value);
    const content = value as Readonly<Record<string, unknown>>;
    let last = -1;
    for (const [index, field] of shape.fields.entries()) {
      const member = content[field.name];
      if (isOmitted(field.type, member)) continue;
      this.out.uint(index - last);
      last = index;
      this.field(`${shape.name}.${field.name}`, field.type, member);
    }
    this.out.uint(0);
  }

  private field(path: string, type: GobType, value: unknown): void {
    try {
      this.value(type, value);
    } catch (error) {
      if (!(error instanceof GobError) || error.path) throw error;
      throw new GobError(error.code, error.reason, path);
    }
  }

  private any(concrete: Concrete | undefined): void {
    if (!concrete) return this.out.uint(0);
    this.out.string(concrete.name);
    this.out.int(this.context.idOf(concrete.type));
    const inner = new GobWriter();
    if (resolve(concrete.type).kind !== 'struct') inner.uint(0);
    new ValueEncoder(inner, this.context, this.depth).value(concrete.type, concrete.value);
    this.out.bytes(inner.written);
  }
}

const MIN_INT64 = -(2n ** 63n);
const MAX_INT64 = 2n ** 63n - 1n;
const MAX_UINT64 = 2n ** 64n - 1n;

/** Gob leaves zero values out of structs, but sends structs and maps that are there. */
function isOmitted(type: GobType, value: unknown): boolean {
  switch (value) {
    case undefined:
    case null:
      return true;
    case false:
    case 0:
    case 0n:
    case '':
      return resolve(type).kind !== 'any' && resolve(type).kind !== 'marshaler';
    default:
      return isEmptyList(value) && ['slice', 'bytes'].includes(resolve(type).kind);
  }
}

function isEmptyList(value: unknown): boolean {
  return (Array.isArray(value) || value instanceof Uint8Array) && value.length === 0;
}

function zeroOf(shape: GobShape): unknown {
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

function expect(kind: 'boolean', value: unknown): boolean;
function expect(kind: 'number', value: unknown): number;
function expect(kind: 'string', value: unknown): string;
function expect(kind: string, value: unknown): unknown {
  if (typeof value !== kind) throw mismatch(`a ${kind}`, value);
  return value;
}

function expectInteger(value: unknown, min: bigint, max: bigint): number | bigint {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= min) return value;
  if (typeof value === 'bigint' && value >= min && value <= max) return value;
  throw mismatch(`an integer from ${min} to ${max} (a bigint beyond 2^53)`, value);
}

function expectBytes(value: unknown): Uint8Array {
  if (!(value instanceof Uint8Array)) throw mismatch('a Uint8Array', value);
  return value;
}

function mismatch(expected: string, value: unknown): GobError {
  const seen = typeof value === 'number' || typeof value === 'bigint' ? String(value) : typeof value;
  return new GobError('unencodable', `${expected} expected, got ${value === null ? 'null' : seen}`);
}
