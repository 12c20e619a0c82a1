/** Names that the parser of formulas knows. */
export const functions = new Set(
  "sin cos tan cot sec csc arcsin arccos arctan arccot arcsec arccsc sinh cosh tanh coth sech csch ln log lg exp abs floor ceil gcd lcm max min cis sign arg Re Im".split(
    " ",
  ),
);
export const inverse: Readonly<Record<string, string>> = {
  sin: "arcsin",
  cos: "arccos",
  tan: "arctan",
  cot: "arccot",
  sec: "arcsec",
  csc: "arccsc",
  sinh: "arsinh",
  cosh: "arcosh",
  tanh: "artanh",
};
export const greek = new Set(
  "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi rho sigma tau upsilon phi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Phi Psi Omega ell hbar".split(
    " ",
  ),
);
export const accents = new Set([
  "overline",
  "bar",
  "hat",
  "vec",
  "tilde",
  "dot",
  "widehat",
  "overrightarrow",
  "widetilde",
]);
