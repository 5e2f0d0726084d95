;; What is done to every pixel of a picture, as WebAssembly: sixteen bytes at a time, and at full
;; speed from the first pixel on, while JavaScript is slow until a compiler has looked at it. Places
;; are byte offsets into the memory, which pixel-kernels.ts lays out. Whole numbers, or products that
;; round as whole numbers would: the same bytes on every machine.
(module
  (memory (export "memory") 40)

  ;; Cells of the grid (grid-transform.ts) that pixels lie in and whose corners are not known yet.
  ;; `first`: by level, 256 numbers each for red, green and blue, what it adds to the cell's first
  ;; node. `corners`: the eight corners, as distances in nodes. New nodes are written to `list`, four
  ;; bytes each; the result is the list's new end.
  (func (export "claim")
    (param $at i32) (param $end i32) (param $first i32) (param $corners i32)
    (param $isReady i32) (param $isKnown i32) (param $list i32) (result i32)
    (local $cell i32) (local $corner i32) (local $node i32)
    (loop $pixels
      (if (i32.ge_u (local.get $at) (local.get $end)) (then (return (local.get $list))))
      (local.set $cell (i32.add
        (i32.load (i32.add (local.get $first)
          (i32.shl (i32.load8_u (local.get $at)) (i32.const 2))))
        (i32.add
          (i32.load offset=1024 (i32.add (local.get $first)
            (i32.shl (i32.load8_u offset=1 (local.get $at)) (i32.const 2))))
          (i32.load offset=2048 (i32.add (local.get $first)
            (i32.shl (i32.load8_u offset=2 (local.get $at)) (i32.const 2)))))))
      (local.set $at (i32.add (local.get $at) (i32.const 3)))
      (br_if $pixels (i32.load8_u (i32.add (local.get $isReady) (local.get $cell))))
      (i32.store8 (i32.add (local.get $isReady) (local.get $cell)) (i32.const 1))
      (local.set $corner (i32.const 0))
      (loop $eight
        (local.set $node (i32.add (local.get $cell)
          (i32.load (i32.add (local.get $corners) (local.get $corner)))))
        (if (i32.eqz (i32.load8_u (i32.add (local.get $isKnown) (local.get $node)))) (then
          (i32.store8 (i32.add (local.get $isKnown) (local.get $node)) (i32.const 1))
          (i32.store (local.get $list) (local.get $node))
          (local.set $list (i32.add (local.get $list) (i32.const 4)))))
        (local.set $corner (i32.add (local.get $corner) (i32.const 4)))
        (br_if $eight (i32.lt_u (local.get $corner) (i32.const 32))))
      (br $pixels))
    (unreachable))

  ;; RGB to CMYK between the grid's nodes, tetrahedron by tetrahedron. `steps`: by level, 256 pairs
  ;; each for red, green and blue; the first of a pair adds to the place in `ways`, the second to the
  ;; place in `nodes`. A way has 80 bytes: the weights of the four corners, eight times two bytes each;
  ;; the distances to the second and the third corner. `nodes`: four times two bytes each.
  ;; `lightest`: the distance to the last corner.
  (func (export "interpolate")
    (param $at i32) (param $end i32) (param $to i32) (param $steps i32)
    (param $ways i32) (param $nodes i32) (param $lightest i32) (param $share f32)
    (local $step i64) (local $node i32) (local $way i32)
    (local $inks v128) (local $shares v128) (local $half v128)
    (local.set $shares (f32x4.splat (local.get $share)))
    (local.set $half (f32x4.splat (f32.const 0.5)))
    (loop $pixels
      (if (i32.ge_u (local.get $at) (local.get $end)) (then (return)))
      (local.set $step (i64.add
        (i64.load (i32.add (local.get $steps)
          (i32.shl (i32.load8_u (local.get $at)) (i32.const 3))))
        (i64.add
          (i64.load offset=2048 (i32.add (local.get $steps)
            (i32.shl (i32.load8_u offset=1 (local.get $at)) (i32.const 3))))
          (i64.load offset=4096 (i32.add (local.get $steps)
            (i32.shl (i32.load8_u offset=2 (local.get $at)) (i32.const 3)))))))
      (local.set $way (i32.add (local.get $ways) (i32.wrap_i64 (local.get $step))))
      (local.set $node (i32.add (local.get $nodes)
        (i32.wrap_i64 (i64.shr_u (local.get $step) (i64.const 32)))))
      (local.set $inks
        (i32x4.add
          (i32x4.add
            (i32x4.extmul_low_i16x8_u
              (v128.load64_zero (local.get $node))
              (v128.load (local.get $way)))
            (i32x4.extmul_low_i16x8_u
              (v128.load64_zero
                (i32.add (local.get $node) (i32.load offset=64 (local.get $way))))
              (v128.load offset=16 (local.get $way))))
          (i32x4.add
            (i32x4.extmul_low_i16x8_u
              (v128.load64_zero
                (i32.add (local.get $node) (i32.load offset=68 (local.get $way))))
              (v128.load offset=32 (local.get $way)))
            (i32x4.extmul_low_i16x8_u
              (v128.load64_zero (i32.add (local.get $node) (local.get $lightest)))
              (v128.load offset=48 (local.get $way))))))
      (local.set $inks (i32x4.trunc_sat_f32x4_u (f32x4.add (local.get $half)
        (f32x4.mul (f32x4.convert_i32x4_u (local.get $inks)) (local.get $shares)))))
      (local.set $inks (i16x8.narrow_i32x4_u (local.get $inks) (local.get $inks)))
      (v128.store32_lane 0 (local.get $to)
        (i8x16.narrow_i16x8_u (local.get $inks) (local.get $inks)))
      (local.set $at (i32.add (local.get $at) (i32.const 3)))
      (local.set $to (i32.add (local.get $to) (i32.const 4)))
      (br $pixels)))

  ;; Adds to each of `sums`, four bytes each, the bytes of one square's part of a row.
  (func (export "sumSquares")
    (param $at i32) (param $end i32) (param $squareBytes i32) (param $sums i32)
    (local $next i32) (local $many v128) (local $sum i32)
    (loop $squares
      (if (i32.ge_u (local.get $at) (local.get $end)) (then (return)))
      (local.set $next (i32.add (local.get $at) (local.get $squareBytes)))
      (if (i32.gt_u (local.get $next) (local.get $end)) (then (local.set $next (local.get $end))))
      (local.set $many (v128.const i32x4 0 0 0 0))
      (block $done (loop $sixteen
        (br_if $done
          (i32.gt_u (i32.add (local.get $at) (i32.const 16)) (local.get $next)))
        (local.set $many (i32x4.add (local.get $many) (i32x4.extadd_pairwise_i16x8_u
          (i16x8.extadd_pairwise_i8x16_u (v128.load (local.get $at))))))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (br $sixteen)))
      (local.set $sum (i32.add
        (i32.add (i32x4.extract_lane 0 (local.get $many)) (i32x4.extract_lane 1 (local.get $many)))
        (i32.add (i32x4.extract_lane 2 (local.get $many)) (i32x4.extract_lane 3 (local.get $many)))))
      (block $done (loop $rest
        (br_if $done (i32.ge_u (local.get $at) (local.get $next)))
        (local.set $sum (i32.add (local.get $sum) (i32.load8_u (local.get $at))))
        (local.set $at (i32.add (local.get $at) (i32.const 1)))
        (br $rest)))
      (i32.store (local.get $sums) (i32.add (i32.load (local.get $sums)) (local.get $sum)))
      (local.set $sums (i32.add (local.get $sums) (i32.const 4)))
      (br $squares)))

  ;; One half of sixteen pixels' brightness: (77 red + 150 green + 29 blue + 128) / 256.
  (func $low (param $r v128) (param $g v128) (param $b v128) (result v128)
    (i16x8.shr_u
      (i16x8.add
        (i16x8.add
          (i16x8.extmul_low_i8x16_u (local.get $r) (i8x16.splat (i32.const 77)))
          (i16x8.extmul_low_i8x16_u (local.get $g) (i8x16.splat (i32.const 150))))
        (i16x8.add
          (i16x8.extmul_low_i8x16_u (local.get $b) (i8x16.splat (i32.const 29)))
          (i16x8.splat (i32.const 128))))
      (i32.const 8)))
  (func $high (param $r v128) (param $g v128) (param $b v128) (result v128)
    (i16x8.shr_u
      (i16x8.add
        (i16x8.add
          (i16x8.extmul_high_i8x16_u (local.get $r) (i8x16.splat (i32.const 77)))
          (i16x8.extmul_high_i8x16_u (local.get $g) (i8x16.splat (i32.const 150))))
        (i16x8.add
          (i16x8.extmul_high_i8x16_u (local.get $b) (i8x16.splat (i32.const 29)))
          (i16x8.splat (i32.const 128))))
      (i32.const 8)))

  ;; Brightness of RGB pixels (sharpen.ts), a byte each; sixteen pixels at a time, the last of them
  ;; perhaps beyond `end`.
  (func (export "brightness") (param $at i32) (param $end i32) (param $to i32)
    (local $one v128) (local $two v128) (local $three v128)
    (local $r v128) (local $g v128) (local $b v128)
    (loop $pixels
      (if (i32.ge_u (local.get $at) (local.get $end)) (then (return)))
      (local.set $one (v128.load (local.get $at)))
      (local.set $two (v128.load offset=16 (local.get $at)))
      (local.set $three (v128.load offset=32 (local.get $at)))
      (local.set $r (i8x16.shuffle 0 1 2 3 4 5 6 7 8 9 10 17 20 23 26 29
        (i8x16.shuffle 0 3 6 9 12 15 18 21 24 27 30 0 0 0 0 0 (local.get $one) (local.get $two))
        (local.get $three)))
      (local.set $g (i8x16.shuffle 0 1 2 3 4 5 6 7 8 9 10 18 21 24 27 30
        (i8x16.shuffle 1 4 7 10 13 16 19 22 25 28 31 0 0 0 0 0 (local.get $one) (local.get $two))
        (local.get $three)))
      (local.set $b (i8x16.shuffle 0 1 2 3 4 5 6 7 8 9 16 19 22 25 28 31
        (i8x16.shuffle 2 5 8 11 14 17 20 23 26 29 0 0 0 0 0 0 (local.get $one) (local.get $two))
        (local.get $three)))
      (v128.store (local.get $to) (i8x16.narrow_i16x8_u
        (call $low (local.get $r) (local.get $g) (local.get $b))
        (call $high (local.get $r) (local.get $g) (local.get $b))))
      (local.set $at (i32.add (local.get $at) (i32.const 48)))
      (local.set $to (i32.add (local.get $to) (i32.const 16)))
      (br $pixels)))

  ;; The same of sixteen samples, made lighter and darker.
  (func $add (param $at i32) (param $lighter v128) (param $darker v128)
    (v128.store (local.get $at) (i8x16.sub_sat_u
      (i8x16.add_sat_u (v128.load (local.get $at)) (local.get $lighter))
      (local.get $darker))))

  ;; An unsharp mask (sharpen.ts): by what a pixel's brightness differs from the blurred one, beyond
  ;; `threshold` and up to `mostLighter` or `mostDarker`, its samples become lighter or darker.
  ;; `channels` is 1 or 3. Sixteen pixels at a time.
  (func (export "sharpen")
    (param $at i32) (param $end i32) (param $channels i32)
    (param $brightness i32) (param $blurred i32)
    (param $threshold i32) (param $mostLighter i32) (param $mostDarker i32)
    (local $own v128) (local $blur v128) (local $lighter v128) (local $darker v128)
    (loop $pixels
      (if (i32.ge_u (local.get $at) (local.get $end)) (then (return)))
      (local.set $own (v128.load (local.get $brightness)))
      (local.set $blur (v128.load (local.get $blurred)))
      (local.set $lighter (i8x16.min_u (i8x16.splat (local.get $mostLighter))
        (i8x16.sub_sat_u
          (i8x16.sub_sat_u (local.get $own) (local.get $blur))
          (i8x16.splat (local.get $threshold)))))
      (local.set $darker (i8x16.min_u (i8x16.splat (local.get $mostDarker))
        (i8x16.sub_sat_u
          (i8x16.sub_sat_u (local.get $blur) (local.get $own))
          (i8x16.splat (local.get $threshold)))))
      (if (i32.eq (local.get $channels) (i32.const 1))
        (then (call $add (local.get $at) (local.get $lighter) (local.get $darker)))
        (else
          (call $add (local.get $at)
            (i8x16.swizzle (local.get $lighter)
              (v128.const i8x16 0 0 0 1 1 1 2 2 2 3 3 3 4 4 4 5))
            (i8x16.swizzle (local.get $darker)
              (v128.const i8x16 0 0 0 1 1 1 2 2 2 3 3 3 4 4 4 5)))
          (call $add (i32.add (local.get $at) (i32.const 16))
            (i8x16.swizzle (local.get $lighter)
              (v128.const i8x16 5 5 6 6 6 7 7 7 8 8 8 9 9 9 10 10))
            (i8x16.swizzle (local.get $darker)
              (v128.const i8x16 5 5 6 6 6 7 7 7 8 8 8 9 9 9 10 10)))
          (call $add (i32.add (local.get $at) (i32.const 32))
            (i8x16.swizzle (local.get $lighter)
              (v128.const i8x16 10 11 11 11 12 12 12 13 13 13 14 14 14 15 15 15))
            (i8x16.swizzle (local.get $darker)
              (v128.const i8x16 10 11 11 11 12 12 12 13 13 13 14 14 14 15 15 15)))))
      (local.set $at (i32.add (local.get $at) (i32.shl (local.get $channels) (i32.const 4))))
      (local.set $brightness (i32.add (local.get $brightness) (i32.const 16)))
      (local.set $blurred (i32.add (local.get $blurred) (i32.const 16)))
      (br $pixels))))
