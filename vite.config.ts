import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

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

export default defineConfig({
  // Relative addresses: the built page works from any folder of any host.
  base: './',
  plugins: [react()],
  worker: { format: 'es' },
  server: { host: 'localhost' },
  preview: { host: 'localhost', port: 4173 },
  build: {
    target: 'es2022',
    outDir: 'dist',
    chunkSizeWarningLimit: 1500,
    rolldownOptions: { output: { codeSplitting: { groups: LIBRARY_CHUNKS } } },
  },
});
