import {gob, type GobValue} from '../../wire/gob/type.js';

/** `model.FileData`: one file of a support packet; `Filename` may name a folder. */
export const fileData = gob.struct('FileData', {Filename: gob.string, Body: gob.bytes});

export type FileData = GobValue<typeof fileData>;
