/**
 * Node's names for certificates that are not trusted, expired, or another host's:
 * https://nodejs.org/api/tls.html#x509-certificate-error-codes
 */
const BAD_CERTIFICATE =
  /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY|DECODE)|^INVALID_(CA|PURPOSE)$|HOSTNAME_MISMATCH|PATH_LENGTH_EXCEEDED/;

/** Whether an error of Node's is about the certificate of who answered. */
export const isCertificateCode = (code: string): boolean => BAD_CERTIFICATE.test(code);
