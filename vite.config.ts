import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { HEADERS, POLICY } from './scripts/policy.mjs';

/** Rarely changing libraries travel apart from the product's own code, so that caches keep them. */
const LIBRARY_CHUNKS = [
  {
    name: 'three',
    test: /node_modules[\\/](three|three-stdlib|three-mesh-bvh|@react-three|camera-controls|maath|troika-[^\\/]+)[\\/]/,
    priority: 30,
  },
  {
    name: 'antd',
    test: /node_modules[\\/](antd|@ant-design|@rc-component|@emotion|dayjs|stylis)[\\/]/,
    priority: 20,
  },
  // Only who lays a PDF under a drawing needs it.
  { name: 'pdf', test: /node_modules[\\/]pdfjs-dist/, priority: 30 },
  { name: 'libraries', test: /node_modules[\\/]/, priority: 10 },
];

/** The built page says itself what it may do; the one under development needs scripts made on the way. */
const policy: Plugin = {
  name: 'policy',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY },
        injectTo: 'head-prepend',
      },
    ],
  },
};

/** Everything is kept by the browser after the first visit; a new version waits until it is asked for. */
const installable = VitePWA({
  registerType: 'prompt',
  injectRegister: false,
  manifest: {
    id: './',
    name: '大厅孪生 · Hall Twin',
    short_name: '大厅孪生',
    description:
      '政务服务大厅的数字孪生：模拟、平面图与监控 · A digital twin of a township service hall',
    lang: 'zh-CN',
    start_url: './',
    scope: './',
    display: 'standalone',
    background_color: '#ffffff',
    theme_color: '#1f5f8b',
    icons: [
      { src: 'icons/icon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: 'icons/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: 'icons/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: 'icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  },
  workbox: {
    globPatterns: ['**/*.{js,mjs,css,html,json,wasm,svg,png,woff2,csv,xlsx}'],
    maximumFileSizeToCacheInBytes: 16 * 1024 * 1024,
    cleanupOutdatedCaches: true,
    navigateFallback: 'index.html',
    // What a live mirror answers is never the page.
    navigateFallbackDenylist: [/\/live\//, /\.\w+$/],
  },
});

export default defineConfig({
  // Relative addresses: the built page works from any folder of any host.
  base: './',
  plugins: [react(), policy, installable],
  worker: { format: 'es' },
  server: { host: 'localhost' },
  preview: { host: 'localhost', port: 4173, headers: { ...HEADERS } },
  build: {
    target: 'es2022',
    outDir: 'dist',
    chunkSizeWarningLimit: 1500,
    rolldownOptions: { output: { codeSplitting: { groups: LIBRARY_CHUNKS } } },
  },
});
