/**
 * Asked before each call: whether Zoom may be asked once more. if-free: the answer can wait, and gives way to others.
 */
export type MayAsk = (patience: 'patient' | 'if-free') => Promise<boolean>;
