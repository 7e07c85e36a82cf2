/** The scopes in an answer of the token endpoint: separated by spaces, in older ones by commas. */
export const scopesOf = (scope: string): readonly string[] =>
  scope.split(/[\s,]+/).filter((name) => name !== '');
