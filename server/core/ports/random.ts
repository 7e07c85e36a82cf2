/** Randomness as an argument: cryptographically strong in production, chosen in tests. */
export interface Random {
  bytes(length: number): Uint8Array;
}
