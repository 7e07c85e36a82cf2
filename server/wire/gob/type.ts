/** Carries the JavaScript value of a type for the compiler alone; it does not exist at run time. */
declare const value: unique symbol;

/** How a Go type that marshals itself appears in its definition: the field of `wireType` it fills. */
export type GobMarshaler = 'GobEncoderT' | 'BinaryMarshalerT' | 'TextMarshalerT';

export interface GobField {
  readonly name: string;
  readonly type: GobType;
}

export type GobShape =
  | {readonly kind: 'bool' | 'int' | 'uint' | 'float' | 'bytes' | 'string' | 'any'}
  | {readonly kind: 'slice'; readonly elem: GobType}
  | {readonly kind: 'map'; readonly key: GobType; readonly elem: GobType}
  | {readonly kind: 'struct'; readonly name: string; readonly fields: readonly GobField[]}
  | {readonly kind: 'marshaler'; readonly name: string; readonly by: GobMarshaler}
  | {readonly kind: 'lazy'; readonly resolve: () => GobType};

/** Describes a Go type to the encoder; `V` is the JavaScript value it stands for. */
export type GobType<V = unknown> = GobShape & {readonly [value]?: V};

/** The JavaScript value of a type. */
export type GobValue<T extends GobType> = T extends GobType<infer V> ? V : never;

type Fields = Readonly<Record<string, GobType>>;
type StructValue<F extends Fields> = {readonly [K in keyof F]?: GobValue<F[K]> | undefined};
type MapValue<K, V> = K extends string ? Readonly<Record<string, V>> : ReadonlyMap<K, V>;

function scalar<V>(kind: 'bool' | 'int' | 'uint' | 'float' | 'bytes' | 'string' | 'any'): GobType<V> {
  return {kind};
}

function marshaler<V>(by: GobMarshaler): (name: string) => GobType<V> {
  return (name) => ({kind: 'marshaler', name, by});
}

/**
 * Builds type descriptors. A Go pointer is described as what it points to: gob flattens it.
 *
 * Names of structs and marshalers are informational on the wire; field names decide. The encoder takes a
 * `bigint` too where `int` and `uint` say number.
 */
export const gob = {
  bool: scalar<boolean>('bool'),
  /** int, int8 … int64 */
  int: scalar<number>('int'),
  /** uint, uint8 … uint64 */
  uint: scalar<number>('uint'),
  /** float32, float64 */
  float: scalar<number>('float'),
  bytes: scalar<Uint8Array>('bytes'),
  string: scalar<string>('string'),
  /** Any Go interface: see {@link GobNamed} for values other than plain JSON. */
  any: scalar<unknown>('any'),

  slice<V>(elem: GobType<V>): GobType<readonly V[]> {
    return {kind: 'slice', elem};
  },
  /** String keys give a Record, all others a Map. */
  map<K, V>(key: GobType<K>, elem: GobType<V>): GobType<MapValue<K, V>> {
    return {kind: 'map', key, elem};
  },
  /** Fields in the order of the Go declaration. An absent field has its zero value and is not sent. */
  struct<F extends Fields>(name: string, fields: F): GobType<StructValue<F>> {
    return {
      kind: 'struct',
      name,
      fields: Object.entries(fields).map(([field, type]) => ({name: field, type})),
    };
  },
  /** A type with `GobEncode`, such as `time.Time`. */
  gobEncoder: marshaler<Uint8Array>('GobEncoderT'),
  /** A type with `MarshalBinary`, such as `url.URL`. */
  binary: marshaler<Uint8Array>('BinaryMarshalerT'),
  /** A type with `MarshalText`. */
  text: marshaler<string>('TextMarshalerT'),
};

/** Refers to a type declared later, or to the one being declared: `lazy((): GobType<Node> => node)`. */
export function lazy<V>(resolve: () => GobType<V>): GobType<V> {
  return {kind: 'lazy', resolve};
}

/** A shape that is no reference to another. */
export type ResolvedShape = Exclude<GobShape, {kind: 'lazy'}>;

/** What a type is, behind all references. */
export function resolve(type: GobShape): ResolvedShape {
  let shape = type;
  while (shape.kind === 'lazy') shape = shape.resolve();
  return shape;
}
