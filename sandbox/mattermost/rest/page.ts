/** A file of the page: the same bytes for everybody. */
export interface PageFile {
  type: string;
  body: string | Uint8Array;
}

/** The page that people open, by path below their seat; `/` is what they see first. */
export type Page = ReadonlyMap<string, PageFile>;
