import {gob, type GobShape} from './type.js';

/** Type ids both ends know without a definition. */
export const BASIC_IDS = {
  bool: 1,
  int: 2,
  uint: 3,
  float: 4,
  bytes: 5,
  string: 6,
  complex: 7,
  any: 8,
} as const;

/** Ids below belong to gob itself. */
export const FIRST_FREE_ID = 64;

const commonType = gob.struct('CommonType', {Name: gob.string, Id: gob.int});
const arrayType = gob.struct('arrayType', {CommonType: commonType, Elem: gob.int, Len: gob.int});
const sliceType = gob.struct('sliceType', {CommonType: commonType, Elem: gob.int});
export const fieldType = gob.struct('fieldType', {Name: gob.string, Id: gob.int});
const fields = gob.slice(fieldType);
const structType = gob.struct('structType', {CommonType: commonType, Field: fields});
const mapType = gob.struct('mapType', {CommonType: commonType, Key: gob.int, Elem: gob.int});
const marshalerType = gob.struct('gobEncoderType', {CommonType: commonType});

/** A type definition is itself a gob value, of this type: exactly one field is set. */
export const wireType = gob.struct('wireType', {
  ArrayT: arrayType,
  SliceT: sliceType,
  StructT: structType,
  MapT: mapType,
  GobEncoderT: marshalerType,
  BinaryMarshalerT: marshalerType,
  TextMarshalerT: marshalerType,
});

/** The types a definition is made of, under the ids gob gives them (24 is never seen on the wire). */
export const BOOTSTRAP_IDS: ReadonlyMap<GobShape, number> = new Map<GobShape, number>([
  [wireType, 16],
  [arrayType, 17],
  [commonType, 18],
  [sliceType, 19],
  [structType, 20],
  [fieldType, 21],
  [fields, 22],
  [mapType, 23],
  [marshalerType, 24],
]);
