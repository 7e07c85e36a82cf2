/** A style sheet is a text: minified by the build, as it is written in tests. */
declare module '*.css' {
  const text: string;
  export default text;
}
