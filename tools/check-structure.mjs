// Checks what every package has in common, so that whoever knows one package knows them all.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { listPackages, root } from './packages.mjs';

const condition = '@polyrail/source';
const skippedFolders = new Set(['node_modules', 'dist', 'coverage', '.git', '.turbo']);
const binary = /\.(png|ico|woff2?|gz|p12|pfx)$/;
const tags = new Set([
  'core',
  'transport',
  'auth',
  'xml',
  'adapter',
  'provider',
  'store',
  'engine',
  'telemetry',
  'testkit',
  'sandbox',
  'app',
  'bench',
]);
const vagueName = /^(utils?|helpers?|common|misc|manager|service|handler|connector)$/;

/** Tests of several files at once: they have no twin in `src`. */
const crossCutting = /(^|\/)(fault-matrix|conformance|concurrency|bad-input|smoke|layers)(\.[\w-]+)?\.test\.ts$/;

// Bracketed letters keep these expressions from finding themselves.
const unwanted = [
  [/\b(TOD[O]|FIXM[E])\b/, 'is unfinished'],
  [/(^|[\s'"`(])\/(wor[k]|tm[p]|roo[t]|hom[e])\//m, 'holds a path of one machine'],
  [/\bregistr[y]\.[\w-]+\.\w+|\bverdacci[o]\b|\bartifactor[y]\b/i, 'names a package registry'],
];

/** All files below `folder`, relative to it, without what tools generate. */
export function listFiles(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !skippedFolders.has(entry.name))
    .flatMap((entry) =>
      entry.isDirectory() ? listFiles(join(folder, entry.name)).map((file) => `${entry.name}/${file}`) : [entry.name],
    )
    .sort();
}

const readJson = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined);

export function checkManifest({ folder, manifest }) {
  const problems = [];
  const demand = (isTrue, message) => isTrue || problems.push(message);
  demand(manifest.name?.startsWith('@polyrail/'), 'name starts with @polyrail/');
  demand(manifest.license === 'Apache-2.0', 'license is Apache-2.0');
  demand(manifest.type === 'module', 'type is module');
  demand(manifest.engines?.node === '>=20.19', 'engines.node is >=20.19');
  demand(manifest.description?.endsWith('.'), 'description is a sentence');
  if (!manifest.private) {
    demand(
      ['dist', 'src'].every((entry) => manifest.files?.includes(entry)),
      'files has dist and src',
    );
    demand('sideEffects' in manifest, 'sideEffects is stated');
    demand(/^(packages|providers)\//.test(folder), 'an app is private');
    for (const [subpath, target] of Object.entries(manifest.exports ?? { '.': undefined })) {
      if (subpath === './package.json') continue;
      const keys = Object.keys(target ?? {}).join();
      demand(
        keys === `${condition},types,default`,
        `exports["${subpath}"] has ${condition}, types, default, in this order`,
      );
    }
  }
  return problems.map((message) => `package.json: ${message}`);
}

export function checkReferences({ path, manifest }, packages) {
  const config = readJson(join(path, 'tsconfig.json'));
  if (!config) return manifest.scripts?.build ? ['tsconfig.json is missing'] : [];
  const names = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
  const wanted = packages.filter(({ manifest: other }) => names.includes(other.name)).map((other) => other.path);
  const given = (config.references ?? []).map((reference) => join(path, reference.path));
  const show = (folder) => relative(root, folder);
  return [
    ...wanted
      .filter((folder) => !given.includes(folder))
      .map((folder) => `tsconfig.json: no reference to ${show(folder)}`),
    ...given
      .filter((folder) => !wanted.includes(folder))
      .map((folder) => `tsconfig.json: ${show(folder)} is no dependency`),
  ];
}

/** `test/a/b.test.ts`, `test/a/b.test-d.ts` and `test/a/b.<aspect>.test.ts` belong to `src/a/b.ts`. */
export function checkTwins(files) {
  return files
    .filter((file) => /^test\/.*\.test(-d)?\.ts$/.test(file) && !crossCutting.test(file))
    .filter((file) => {
      const twin = file.replace(/^test\//, 'src/').replace(/\.test(-d)?\.ts$/, '');
      return !files.includes(`${twin}.ts`) && !files.includes(`${twin.replace(/\.[\w-]+$/, '')}.ts`);
    })
    .map((file) => `${file} has no twin in src`);
}

export function checkFiles({ folder, path }) {
  const files = listFiles(path);
  const main = /^(packages|providers)\//.test(folder) ? 'src/index.ts' : undefined;
  const needed = ['README.md', 'turbo.json', main].filter((file) => file && !files.includes(file));
  const tag = readJson(join(path, 'turbo.json'))?.tags ?? [];
  return [
    ...needed.map((file) => `${file} is missing`),
    ...(tag.length === 1 && tags.has(tag[0]) ? [] : [`turbo.json: tags is one of ${[...tags].join(', ')}`]),
    ...checkTwins(files),
  ];
}

/** Words and paths that no file of the project may hold, and names that say nothing. */
export function checkText(file, text) {
  const name = basename(file).split('.')[0] ?? '';
  const found = unwanted.filter(([pattern]) => pattern.test(text));
  return [
    ...found.map(([pattern, message]) => `${file} ${message}: ${pattern.exec(text)?.[0].trim()}`),
    ...(vagueName.test(name) ? [`${file}: "${name}" says nothing about what is in it`] : []),
  ];
}

/** A tool pinned by the root (npm cannot read `catalog:`) has the catalog's version. */
export function checkPins(manifest, workspace) {
  const catalog = new Map(
    [...workspace.matchAll(/^ {2}'?([@\w/.-]+)'?: (.+)$/gm)].map(([, name, version]) => [name, version]),
  );
  return Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
    .filter(([name, version]) => catalog.has(name) && catalog.get(name) !== version)
    .map(([name, version]) => `package.json: ${name} is ${version}, the catalog says ${catalog.get(name)}`);
}

function checkAll() {
  const packages = listPackages();
  const perPackage = packages.flatMap((one) =>
    [...checkFiles(one), ...checkManifest(one), ...checkReferences(one, packages)].map(
      (problem) => `${one.folder}: ${problem}`,
    ),
  );
  const texts = listFiles(root)
    .filter((file) => !binary.test(file))
    .flatMap((file) => checkText(file, readFileSync(join(root, file), 'utf8')));
  const pins = checkPins(readJson(join(root, 'package.json')), readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8'));
  return [...pins, ...perPackage, ...texts];
}

if (process.argv[1] === import.meta.filename) {
  const problems = checkAll();
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
