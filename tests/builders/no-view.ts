/** Stands in for styles and for packages of components, in tests that draw nothing. */
export {}
