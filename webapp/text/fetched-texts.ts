import type admin from '../messages/admin/en.json';
import type panel from '../messages/panel/en.json';

/**
 * The texts that are files beside the script, not a part of it: few people need them. Each is a folder of
 * `webapp/messages`.
 */
export interface FetchedCatalogues {
  /** Of the set-up page. */
  admin: typeof admin;
  /** Of the panel in the right-hand side. */
  panel: typeof panel;
}

export type FetchedFolder = keyof FetchedCatalogues;
export type FetchedKey<Folder extends FetchedFolder> = keyof FetchedCatalogues[Folder] & string;

/** One language of one of them. */
export type FetchedCatalogue<Folder extends FetchedFolder> = Readonly<Record<FetchedKey<Folder>, string>>;
