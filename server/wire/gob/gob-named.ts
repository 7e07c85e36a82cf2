/** The value of a Go interface together with its concrete type, under the name both ends registered it. */
export class GobNamed<V = unknown> {
  constructor(
    readonly name: string,
    readonly value: V,
  ) {}
}
