/** Tencent's compilers as they are called here; the package has no types of its own. */
declare module 'miniprogram-compiler/src/wcc' {
  /** Compiles templates (paths without ending) and their scripts; throws the compiler's words. */
  function wcc(
    root: string,
    templates: string[],
    scripts: string[],
    options: { maxBuffer: number },
  ): string
  export = wcc
}

declare module 'miniprogram-compiler/src/wcsc' {
  /** Compiles styles (paths without ending); answers with an error when they are wrong. */
  function wcsc(root: string, styles: string[], options: { maxBuffer: number }): object | Error
  export = wcsc
}
