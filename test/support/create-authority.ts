import {execFile} from 'node:child_process';
import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {promisify} from 'node:util';

const run = promisify(execFile);

const KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];

/** A certificate authority that nobody knows but who is given its file, as a company has one. */
export interface Authority {
  /** The path of its certificate, in PEM. */
  file: string;
  /** For servers with these names. */
  certify(hosts: readonly string[]): Promise<{key: string; cert: string}>;
}

/** @param folder - an empty one; needs `openssl` */
export async function createAuthority(folder: string): Promise<Authority> {
  const path = (name: string): string => join(folder, name);
  const openssl = (...args: string[]) => run('openssl', args);
  const [file, key] = [path('authority.pem'), path('authority.key')];
  await openssl('req', '-x509', ...KEY, '-keyout', key, '-out', file, '-days', '2', '-subj', '/CN=A company');
  return {
    file,
    async certify(hosts) {
      const [request, serverKey, cert, names] = ['server.csr', 'server.key', 'server.pem', 'names'].map(path);
      await writeFile(String(names), `subjectAltName=${hosts.map((host) => `DNS:${host}`).join(',')}`);
      await openssl(
        'req',
        '-new',
        ...KEY,
        '-keyout',
        String(serverKey),
        '-out',
        String(request),
        '-subj',
        '/CN=server',
      );
      const signing = [
        '-CA',
        file,
        '-CAkey',
        key,
        '-CAcreateserial',
        '-days',
        '2',
        '-extfile',
        String(names),
      ];
      await openssl('x509', '-req', '-in', String(request), ...signing, '-out', String(cert));
      const [keyText, certText] = await Promise.all(
        [serverKey, cert].map((name) => readFile(String(name), 'utf8')),
      );
      return {key: keyText ?? '', cert: certText ?? ''};
    },
  };
}
