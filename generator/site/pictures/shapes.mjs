/**
 * Project the borders of Natural Earth, as world-atlas packs them, for one view of the map.
 *
 * The standard input tells the view: width and height, the projection with its settings, and the countries that stay
 * apart by their numbers in ISO 3166-1. The standard output tells the path of each, one of all other land, and where
 * a point of the given places lies.
 */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { geoConicConformal, geoEqualEarth, geoPath } from "d3-geo";
import { feature, merge } from "topojson-client";

const PROJECTIONS = { conic: geoConicConformal, world: geoEqualEarth };

const require = createRequire(import.meta.url);
const view = JSON.parse(readFileSync(0, "utf8"));
const world = JSON.parse(readFileSync(require.resolve("world-atlas/countries-110m.json"), "utf8"));
const { geometries } = world.objects.countries;

const projection = PROJECTIONS[view.projection]();
if (view.parallels) projection.parallels(view.parallels);
if (view.rotate) projection.rotate(view.rotate);
const extent = [
  [0, 0],
  [view.width, view.height],
];
projection.fitExtent(extent, { type: "MultiPoint", coordinates: view.shows }).clipExtent(extent);
const path = geoPath(projection).digits(view.digits);

const apart = new Map(geometries.filter(({ id }) => view.apart.includes(id)).map((shape) => [shape.id, shape]));
const others = geometries.filter(({ id }) => !apart.has(id) && id !== view.without);
const shapes = Object.fromEntries([...apart].map(([id, shape]) => [id, path(feature(world, shape)) ?? ""]));
const points = Object.fromEntries(Object.entries(view.places).map(([code, place]) => [code, projection(place)]));
process.stdout.write(JSON.stringify({ land: path(merge(world, others)) ?? "", shapes, points }));
