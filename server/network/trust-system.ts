import * as tls from 'node:tls';

/** What Node 24 has for this. Node 20 takes further authorities from NODE_EXTRA_CA_CERTS alone. */
export interface CertificateStores {
  getCACertificates: (of: 'default' | 'system') => readonly string[];
  setDefaultCACertificates: (certificates: readonly string[]) => void;
}

/**
 * Adds the authorities of the system's store to those that are trusted already: Node's own list and that of
 * NODE_EXTRA_CA_CERTS. The system often holds each of them several times: in a file of its own, under its hash, and in
 * the bundle.
 */
export function addSystemCertificates({
  getCACertificates,
  setDefaultCACertificates,
}: CertificateStores): void {
  const known = getCACertificates('default');
  const added = new Map(getCACertificates('system').map((each) => [withoutBlanks(each), each]));
  for (const each of known) added.delete(withoutBlanks(each));
  if (added.size > 0) setDefaultCACertificates([...known, ...added.values()]);
}

const withoutBlanks = (certificate: string): string => certificate.replace(/\s+/g, '');

let isDone = false;

/**
 * From now on, this process trusts what its system trusts: a network that inspects https puts its own authority
 * there. That takes 50 to 100 ms and some MiB once, so it is called before the first connection that needs it, not at
 * the start.
 */
export function trustSystem(): void {
  if (isDone) return;
  isDone = true;
  const stores: object = tls;
  if (hasStores(stores)) addSystemCertificates(stores);
}

const hasStores = (stores: object): stores is CertificateStores => 'setDefaultCACertificates' in stores;
