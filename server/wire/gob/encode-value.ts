import {concreteOf, type Concrete} from './concrete-types.js';
import {
  expectArray,
  expectBoolean,
  expectBytes,
  expectEntries,
  expectInteger,
  expectNumber,
  expectObject,
  expectString,
  MAX_INT64,
  MAX_UINT64,
  MIN_INT64,
} from './expect-value.js';
import {GobError} from './gob-error.js';
import {GobWriter} from './gob-writer.js';
import {resolve, type GobField, type GobType, type ResolvedShape} from './type.js';
import {isOmitted, zeroOf} from './zero-value.js';

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
export function encodeAlone(
  out: GobWriter,
  type: GobType,
  value: unknown,
  context: EncodeContext,
  depth = 0,
): void {
  const shape = resolve(type);
  if (shape.kind !== 'struct') out.uint(0);
  new ValueEncoder(out, context, depth).value(shape, value ?? zeroOf(shape));
}

class ValueEncoder {
  constructor(
    private readonly out: GobWriter,
    private readonly context: EncodeContext,
    private depth: number,
  ) {}

  value(type: GobType, value: unknown): void {
    if (++this.depth > MAX_DEPTH)
      throw new GobError('unencodable', 'a value nested too deeply, or in itself');
    this.shape(resolve(type), value);
    this.depth--;
  }

  private shape(shape: ResolvedShape, value: unknown): void {
    switch (shape.kind) {
      case 'bool':
        return this.out.uint(expectBoolean(value) ? 1 : 0);
      case 'int':
        return this.out.int(expectInteger(value, MIN_INT64, MAX_INT64));
      case 'uint':
        return this.out.uint(expectInteger(value, 0n, MAX_UINT64));
      case 'float':
        return this.out.float(expectNumber(value));
      case 'string':
        return this.out.string(expectString(value));
      case 'bytes':
        return this.out.bytes(expectBytes(value));
      case 'marshaler':
        return shape.by === 'TextMarshalerT'
          ? this.out.string(expectString(value))
          : this.out.bytes(expectBytes(value));
      case 'slice':
        return this.slice(shape.elem, expectArray(value));
      case 'map':
        return this.map(shape.key, shape.elem, expectEntries(value));
      case 'struct':
        return this.struct(shape, expectObject(value));
      case 'any':
        return this.any(concreteOf(value, this.context.named));
    }
  }

  private slice(elem: GobType, value: readonly unknown[]): void {
    this.out.uint(value.length);
    // A hole counts: the length has been sent.
    for (let index = 0; index < value.length; index++) this.element(elem, value[index]);
  }

  private map(key: GobType, elem: GobType, entries: ReturnType<typeof expectEntries>): void {
    this.out.uint(entries.length);
    for (const [name, member] of entries) {
      this.element(key, name);
      this.element(elem, member);
    }
  }

  /** Go cannot send a nil pointer as an element; nil inside an interface it can. */
  private element(type: GobType, value: unknown): void {
    if ((value === undefined || value === null) && resolve(type).kind !== 'any') {
      throw new GobError('unencodable', 'a nil element in a slice or map');
    }
    this.value(type, value);
  }

  private struct(
    {name, fields}: {name: string; fields: readonly GobField[]},
    value: Readonly<Record<string, unknown>>,
  ): void {
    let last = -1;
    for (let index = 0; index < fields.length; index++) {
      const field = fields[index] as GobField;
      const member = value[field.name];
      if (isOmitted(field.type, member)) continue;
      this.out.uint(index - last);
      last = index;
      try {
        this.value(field.type, member);
      } catch (error) {
        throw located(error, `${name}.${field.name}`);
      }
    }
    this.out.uint(0);
  }

  private any(concrete: Concrete | undefined): void {
    if (!concrete) return this.out.uint(0);
    this.out.string(concrete.name);
    this.out.int(this.context.idOf(concrete.type));
    const inner = new GobWriter();
    encodeAlone(inner, concrete.type, concrete.value, this.context, this.depth);
    this.out.bytes(inner.written);
  }
}

/** Adds where it happened, unless a struct further in has done so. */
function located(error: unknown, path: string): unknown {
  if (!(error instanceof GobError) || error.path !== undefined) return error;
  return new GobError(error.code, error.reason, path);
}
