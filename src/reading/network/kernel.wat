;; The inner loops of the network. Weights are 8-bit integers with a scale for each output, kept in 16 bits since they are multiplied so,
;; inputs 16-bit integers with a scale for each row, so that sums are exact; eight products are made at once. What stands between the
;; layers is 32-bit floats, never NaN, so that `pmin` and `pmax`, an instruction each, do for `min` and `max`. Pointers and steps are bytes. Weights
;; are packed as n/16 blocks of k/2 by 16 by 2, so that k is even; n is a multiple of 32.
(module
  (memory (export "memory") 1)

  ;; Makes of n sums at y, in place: sums * scale of the weights * scale of the input + b.
  (func $scale (param $y i32) (param $ws i32) (param $s f32) (param $b i32) (param $n i32) (local $end i32) (local $by v128)
    (local.set $end (i32.add (local.get $y) (i32.shl (local.get $n) (i32.const 2))))
    (local.set $by (f32x4.splat (local.get $s)))
    (loop $four
      (v128.store (local.get $y)
        (f32x4.add (v128.load (local.get $b))
          (f32x4.mul (local.get $by)
            (f32x4.mul (f32x4.convert_i32x4_s (v128.load (local.get $y))) (v128.load (local.get $ws))))))
      (local.set $ws (i32.add (local.get $ws) (i32.const 16)))
      (local.set $b (i32.add (local.get $b) (i32.const 16)))
      (br_if $four (i32.lt_u (local.tee $y (i32.add (local.get $y) (i32.const 16))) (local.get $end)))))

  ;; y = x . w + b for one row, two blocks at once.
  (func $row (param $x i32) (param $s f32) (param $w i32) (param $ws i32) (param $b i32) (param $y i32) (param $k i32) (param $n i32)
    (local $end i32) (local $at i32) (local $pair v128) (local $last i32) (local $next i32)
    (local $a0 v128) (local $a1 v128) (local $a2 v128) (local $a3 v128) (local $a4 v128) (local $a5 v128) (local $a6 v128) (local $a7 v128)
    (local.set $end (i32.add (local.get $x) (i32.shl (local.get $k) (i32.const 1))))
    (local.set $last (i32.add (local.get $y) (i32.shl (local.get $n) (i32.const 2))))
    (loop $blocks
      (local.set $a0 (v128.const i32x4 0 0 0 0))
      (local.set $a1 (v128.const i32x4 0 0 0 0))
      (local.set $a2 (v128.const i32x4 0 0 0 0))
      (local.set $a3 (v128.const i32x4 0 0 0 0))
      (local.set $a4 (v128.const i32x4 0 0 0 0))
      (local.set $a5 (v128.const i32x4 0 0 0 0))
      (local.set $a6 (v128.const i32x4 0 0 0 0))
      (local.set $a7 (v128.const i32x4 0 0 0 0))
      (local.set $at (local.get $x))
      (local.set $next (i32.add (local.get $w) (i32.shl (local.get $k) (i32.const 5))))
      (loop $term
        (local.set $pair (v128.load32_splat (local.get $at)))
        (local.set $a0 (i32x4.add (local.get $a0) (i32x4.dot_i16x8_s (local.get $pair) (v128.load (local.get $w)))))
        (local.set $a1 (i32x4.add (local.get $a1) (i32x4.dot_i16x8_s (local.get $pair) (v128.load offset=16 (local.get $w)))))
        (local.set $a2 (i32x4.add (local.get $a2) (i32x4.dot_i16x8_s (local.get $pair) (v128.load offset=32 (local.get $w)))))
        (local.set $a3 (i32x4.add (local.get $a3) (i32x4.dot_i16x8_s (local.get $pair) (v128.load offset=48 (local.get $w)))))
        (local.set $a4 (i32x4.add (local.get $a4) (i32x4.dot_i16x8_s (local.get $pair) (v128.load (local.get $next)))))
        (local.set $a5 (i32x4.add (local.get $a5) (i32x4.dot_i16x8_s (local.get $pair) (v128.load offset=16 (local.get $next)))))
        (local.set $a6 (i32x4.add (local.get $a6) (i32x4.dot_i16x8_s (local.get $pair) (v128.load offset=32 (local.get $next)))))
        (local.set $a7 (i32x4.add (local.get $a7) (i32x4.dot_i16x8_s (local.get $pair) (v128.load offset=48 (local.get $next)))))
        (local.set $w (i32.add (local.get $w) (i32.const 64)))
        (local.set $next (i32.add (local.get $next) (i32.const 64)))
        (br_if $term (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 4))) (local.get $end))))
      (v128.store (local.get $y) (local.get $a0))
      (v128.store offset=16 (local.get $y) (local.get $a1))
      (v128.store offset=32 (local.get $y) (local.get $a2))
      (v128.store offset=48 (local.get $y) (local.get $a3))
      (v128.store offset=64 (local.get $y) (local.get $a4))
      (v128.store offset=80 (local.get $y) (local.get $a5))
      (v128.store offset=96 (local.get $y) (local.get $a6))
      (v128.store offset=112 (local.get $y) (local.get $a7))
      (local.set $w (local.get $next))
      (br_if $blocks (i32.lt_u (local.tee $y (i32.add (local.get $y) (i32.const 128))) (local.get $last))))
    (call $scale (i32.sub (local.get $last) (i32.shl (local.get $n) (i32.const 2))) (local.get $ws) (local.get $s) (local.get $b) (local.get $n)))

  ;; The same for two rows, whose weights are loaded once.
  (func $two (param $x i32) (param $s i32) (param $sstep i32) (param $w i32) (param $ws i32) (param $b i32) (param $bstep i32) (param $y i32) (param $k i32) (param $n i32)
    (local $end i32) (local $at i32) (local $width i32) (local $pair v128) (local $below v128) (local $four v128) (local $last i32)
    (local $a0 v128) (local $a1 v128) (local $a2 v128) (local $a3 v128) (local $b0 v128) (local $b1 v128) (local $b2 v128) (local $b3 v128)
    (local $z i32)
    (local.set $width (i32.shl (local.get $k) (i32.const 1)))
    (local.set $end (i32.add (local.get $x) (local.get $width)))
    (local.set $last (i32.add (local.get $y) (i32.shl (local.get $n) (i32.const 2))))
    (local.set $z (local.get $last))
    (loop $block
      (local.set $a0 (v128.const i32x4 0 0 0 0))
      (local.set $a1 (v128.const i32x4 0 0 0 0))
      (local.set $a2 (v128.const i32x4 0 0 0 0))
      (local.set $a3 (v128.const i32x4 0 0 0 0))
      (local.set $b0 (v128.const i32x4 0 0 0 0))
      (local.set $b1 (v128.const i32x4 0 0 0 0))
      (local.set $b2 (v128.const i32x4 0 0 0 0))
      (local.set $b3 (v128.const i32x4 0 0 0 0))
      (local.set $at (local.get $x))
      (loop $term
        (local.set $pair (v128.load32_splat (local.get $at)))
        (local.set $below (v128.load32_splat (i32.add (local.get $at) (local.get $width))))
        (local.set $four (v128.load (local.get $w)))
        (local.set $a0 (i32x4.add (local.get $a0) (i32x4.dot_i16x8_s (local.get $pair) (local.get $four))))
        (local.set $b0 (i32x4.add (local.get $b0) (i32x4.dot_i16x8_s (local.get $below) (local.get $four))))
        (local.set $four (v128.load offset=16 (local.get $w)))
        (local.set $a1 (i32x4.add (local.get $a1) (i32x4.dot_i16x8_s (local.get $pair) (local.get $four))))
        (local.set $b1 (i32x4.add (local.get $b1) (i32x4.dot_i16x8_s (local.get $below) (local.get $four))))
        (local.set $four (v128.load offset=32 (local.get $w)))
        (local.set $a2 (i32x4.add (local.get $a2) (i32x4.dot_i16x8_s (local.get $pair) (local.get $four))))
        (local.set $b2 (i32x4.add (local.get $b2) (i32x4.dot_i16x8_s (local.get $below) (local.get $four))))
        (local.set $four (v128.load offset=48 (local.get $w)))
        (local.set $a3 (i32x4.add (local.get $a3) (i32x4.dot_i16x8_s (local.get $pair) (local.get $four))))
        (local.set $b3 (i32x4.add (local.get $b3) (i32x4.dot_i16x8_s (local.get $below) (local.get $four))))
        (local.set $w (i32.add (local.get $w) (i32.const 64)))
        (br_if $term (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 4))) (local.get $end))))
      (v128.store (local.get $y) (local.get $a0))
      (v128.store offset=16 (local.get $y) (local.get $a1))
      (v128.store offset=32 (local.get $y) (local.get $a2))
      (v128.store offset=48 (local.get $y) (local.get $a3))
      (v128.store (local.get $z) (local.get $b0))
      (v128.store offset=16 (local.get $z) (local.get $b1))
      (v128.store offset=32 (local.get $z) (local.get $b2))
      (v128.store offset=48 (local.get $z) (local.get $b3))
      (local.set $z (i32.add (local.get $z) (i32.const 64)))
      (br_if $block (i32.lt_u (local.tee $y (i32.add (local.get $y) (i32.const 64))) (local.get $last))))
    (call $scale (i32.sub (local.get $last) (i32.shl (local.get $n) (i32.const 2))) (local.get $ws) (f32.load (local.get $s)) (local.get $b) (local.get $n))
    (call $scale (local.get $last) (local.get $ws) (f32.load (i32.add (local.get $s) (local.get $sstep))) (i32.add (local.get $b) (local.get $bstep)) (local.get $n)))

  ;; y[r] = x[r] . w + b for each of `rows` rows: x rows by k with scales s, either one for all (sstep 0) or one a row (sstep 4); b either
  ;; one row of n (bstep 0) or a row for each (bstep 4n).
  (func (export "affine") (param $x i32) (param $s i32) (param $sstep i32) (param $w i32) (param $ws i32) (param $b i32) (param $bstep i32) (param $y i32) (param $rows i32) (param $k i32) (param $n i32)
    (block $done (loop $next
      (br_if $done (i32.lt_u (local.get $rows) (i32.const 2)))
      (call $two (local.get $x) (local.get $s) (local.get $sstep) (local.get $w) (local.get $ws) (local.get $b) (local.get $bstep) (local.get $y) (local.get $k) (local.get $n))
      (local.set $x (i32.add (local.get $x) (i32.shl (local.get $k) (i32.const 2))))
      (local.set $s (i32.add (local.get $s) (i32.shl (local.get $sstep) (i32.const 1))))
      (local.set $b (i32.add (local.get $b) (i32.shl (local.get $bstep) (i32.const 1))))
      (local.set $y (i32.add (local.get $y) (i32.shl (local.get $n) (i32.const 3))))
      (local.set $rows (i32.sub (local.get $rows) (i32.const 2)))
      (br $next)))
    (if (local.get $rows)
      (then (call $row (local.get $x) (f32.load (local.get $s)) (local.get $w) (local.get $ws) (local.get $b) (local.get $y) (local.get $k) (local.get $n)))))

  ;; plus + by * tanh(by * x) of n floats at x, in place: tanh for 1 and 0, a sigmoid for a half and a half. By Lambert's continued fraction
  ;; to its seventh convergent; beyond 4.97 it has reached 1.
  (func $curve (param $x i32) (param $by f32) (param $plus f32) (param $n i32) (local $end i32) (local $v v128) (local $q v128)
    (local $low v128) (local $high v128) (local $a v128) (local $b v128) (local $c v128) (local $d v128) (local $e v128) (local $f v128) (local $half v128) (local $up v128)
    (local.set $end (i32.add (local.get $x) (i32.shl (local.get $n) (i32.const 2))))
    ;; Outside the loop, since the engine would make them again for each four.
    (local.set $low (v128.const f32x4 -4.97 -4.97 -4.97 -4.97))
    (local.set $high (v128.const f32x4 4.97 4.97 4.97 4.97))
    (local.set $a (v128.const f32x4 135135 135135 135135 135135))
    (local.set $b (v128.const f32x4 17325 17325 17325 17325))
    (local.set $c (v128.const f32x4 378 378 378 378))
    (local.set $d (v128.const f32x4 62370 62370 62370 62370))
    (local.set $e (v128.const f32x4 3150 3150 3150 3150))
    (local.set $f (v128.const f32x4 28 28 28 28))
    (local.set $half (f32x4.splat (local.get $by)))
    (local.set $up (f32x4.splat (local.get $plus)))
    (loop $four
      (local.set $v (f32x4.pmin
        (f32x4.pmax (f32x4.mul (v128.load (local.get $x)) (local.get $half)) (local.get $low))
        (local.get $high)))
      (local.set $q (f32x4.mul (local.get $v) (local.get $v)))
      (local.set $v (f32x4.div
        (f32x4.mul (local.get $v)
          (f32x4.add (local.get $a)
            (f32x4.mul (local.get $q) (f32x4.add (local.get $b)
              (f32x4.mul (local.get $q) (f32x4.add (local.get $c) (local.get $q)))))))
        (f32x4.add (local.get $a)
          (f32x4.mul (local.get $q) (f32x4.add (local.get $d)
            (f32x4.mul (local.get $q) (f32x4.add (local.get $e)
              (f32x4.mul (local.get $q) (local.get $f)))))))))
      (v128.store (local.get $x)
        (f32x4.add (local.get $up) (f32x4.mul (local.get $half) (local.get $v))))
      (br_if $four (i32.lt_u (local.tee $x (i32.add (local.get $x) (i32.const 16))) (local.get $end)))))

  ;; The nearest integers, the even of two, of floats below 2^22: added to 1.5 * 2^23 a float has them in its last bits.
  (func $integer (param $x v128) (param $s f32) (result v128)
    (i32x4.sub
      (f32x4.add (f32x4.mul (local.get $x) (f32x4.splat (local.get $s))) (v128.const f32x4 12582912 12582912 12582912 12582912))
      (v128.const i32x4 0x4b400000 0x4b400000 0x4b400000 0x4b400000)))

  ;; An LSTM of n cells, a multiple of 8, over rows of its gates' inputs at `in`, `instep` apart; what it shows goes to `out`, `outstep` apart.
  ;; `state` has room for n integers, n floats, 4n floats (the gates: in, forget, new, out) and n floats.
  (func (export "lstm") (param $in i32) (param $instep i32) (param $w i32) (param $ws i32) (param $state i32) (param $out i32) (param $outstep i32) (param $rows i32) (param $n i32)
    (local $c i32) (local $gates i32) (local $step i32) (local $new i32) (local $shows i32) (local $bent i32) (local $g i32) (local $end i32) (local $cell v128) (local $shown v128)
    (local.set $step (i32.shl (local.get $n) (i32.const 2)))
    (local.set $c (i32.add (local.get $state) (i32.shl (local.get $n) (i32.const 1))))
    (local.set $gates (i32.add (local.get $c) (local.get $step)))
    (local.set $new (i32.add (local.get $gates) (i32.shl (local.get $step) (i32.const 1))))
    (local.set $shows (i32.add (local.get $new) (local.get $step)))
    (local.set $bent (i32.add (local.get $shows) (local.get $step)))
    (memory.fill (local.get $state) (i32.const 0) (i32.sub (local.get $gates) (local.get $state)))
    (block $done (loop $next
      (br_if $done (i32.eqz (local.get $rows)))
      (call $row (local.get $state) (f32.div (f32.const 1) (f32.const 32767)) (local.get $w) (local.get $ws) (local.get $in) (local.get $gates) (local.get $n) (local.get $step))
      (call $curve (local.get $gates) (f32.const 0.5) (f32.const 0.5) (i32.shl (local.get $n) (i32.const 1)))
      (call $curve (local.get $new) (f32.const 1) (f32.const 0) (local.get $n))
      (call $curve (local.get $shows) (f32.const 0.5) (f32.const 0.5) (local.get $n))
      (local.set $g (local.get $gates))
      (local.set $end (i32.add (local.get $gates) (local.get $step)))
      (loop $four
        (local.set $cell (f32x4.add
          (f32x4.mul (v128.load (i32.add (local.get $g) (local.get $step))) (v128.load (local.get $c)))
          (f32x4.mul (v128.load (local.get $g)) (v128.load (i32.add (local.get $g) (i32.shl (local.get $step) (i32.const 1)))))))
        (v128.store (local.get $c) (local.get $cell))
        (v128.store (i32.add (local.get $g) (i32.shl (local.get $step) (i32.const 2))) (local.get $cell))
        (local.set $c (i32.add (local.get $c) (i32.const 16)))
        (br_if $four (i32.lt_u (local.tee $g (i32.add (local.get $g) (i32.const 16))) (local.get $end))))
      (local.set $c (i32.sub (local.get $c) (local.get $step)))
      (call $curve (local.get $bent) (f32.const 1) (f32.const 0) (local.get $n))
      (local.set $g (local.get $shows))
      (loop $eight
        (local.set $shown (i16x8.narrow_i32x4_s
          (call $integer (f32x4.mul (v128.load (local.get $g)) (v128.load (i32.add (local.get $g) (local.get $step)))) (f32.const 32767))
          (call $integer (f32x4.mul (v128.load offset=16 (local.get $g)) (v128.load offset=16 (i32.add (local.get $g) (local.get $step)))) (f32.const 32767))))
        (v128.store (i32.add (local.get $state) (i32.shr_u (i32.sub (local.get $g) (local.get $shows)) (i32.const 1))) (local.get $shown))
        (v128.store (i32.add (local.get $out) (i32.shr_u (i32.sub (local.get $g) (local.get $shows)) (i32.const 1))) (local.get $shown))
        (br_if $eight (i32.lt_u (local.tee $g (i32.add (local.get $g) (i32.const 32))) (local.get $bent))))
      (local.set $in (i32.add (local.get $in) (local.get $instep)))
      (local.set $out (i32.add (local.get $out) (local.get $outstep)))
      (local.set $rows (i32.sub (local.get $rows) (i32.const 1)))
      (br $next))))

  ;; Adds to the n floats at y the n 8-bit integers at w by their scale s.
  (func $add (param $y i32) (param $w i32) (param $s f32) (param $n i32) (local $end i32) (local $eight v128) (local $by v128)
    (local.set $end (i32.add (local.get $y) (i32.shl (local.get $n) (i32.const 2))))
    (local.set $by (f32x4.splat (local.get $s)))
    (loop $next
      (local.set $eight (v128.load8x8_s (local.get $w)))
      (v128.store (local.get $y) (f32x4.add (v128.load (local.get $y))
        (f32x4.mul (local.get $by) (f32x4.convert_i32x4_s (i32x4.extend_low_i16x8_s (local.get $eight))))))
      (v128.store offset=16 (local.get $y) (f32x4.add (v128.load offset=16 (local.get $y))
        (f32x4.mul (local.get $by) (f32x4.convert_i32x4_s (i32x4.extend_high_i16x8_s (local.get $eight))))))
      (local.set $w (i32.add (local.get $w) (i32.const 8)))
      (br_if $next (i32.lt_u (local.tee $y (i32.add (local.get $y) (i32.const 32))) (local.get $end)))))

  ;; Adds up rows of a table of n columns with a scale each: for each of `rows` rows of y the `each` rows that `picks` names (32-bit, below 0 none).
  (func (export "gather") (param $picks i32) (param $each i32) (param $w i32) (param $ws i32) (param $y i32) (param $rows i32) (param $n i32)
    (local $left i32) (local $pick i32)
    (memory.fill (local.get $y) (i32.const 0) (i32.shl (i32.mul (local.get $rows) (local.get $n)) (i32.const 2)))
    (block $done (loop $next
      (br_if $done (i32.eqz (local.get $rows)))
      (local.set $left (local.get $each))
      (loop $part
        (local.set $pick (i32.load (local.get $picks)))
        (if (i32.ge_s (local.get $pick) (i32.const 0))
          (then (call $add (local.get $y)
            (i32.add (local.get $w) (i32.mul (local.get $pick) (local.get $n)))
            (f32.load (i32.add (local.get $ws) (i32.shl (local.get $pick) (i32.const 2))))
            (local.get $n))))
        (local.set $picks (i32.add (local.get $picks) (i32.const 4)))
        (br_if $part (local.tee $left (i32.sub (local.get $left) (i32.const 1)))))
      (local.set $y (i32.add (local.get $y) (i32.shl (local.get $n) (i32.const 2))))
      (local.set $rows (i32.sub (local.get $rows) (i32.const 1)))
      (br $next))))

  ;; Copies the rows of `width` bytes at w that `picks` names (32-bit) to y, one behind the other.
  (func (export "copy") (param $picks i32) (param $w i32) (param $y i32) (param $rows i32) (param $width i32) (local $end i32)
    (local.set $end (i32.add (local.get $picks) (i32.shl (local.get $rows) (i32.const 2))))
    (block $done (loop $next
      (br_if $done (i32.ge_u (local.get $picks) (local.get $end)))
      (memory.copy (local.get $y) (i32.add (local.get $w) (i32.mul (i32.load (local.get $picks)) (local.get $width))) (local.get $width))
      (local.set $picks (i32.add (local.get $picks) (i32.const 4)))
      (local.set $y (i32.add (local.get $y) (local.get $width)))
      (br $next))))

  ;; Puts nought for what is below it in n floats at y.
  (func (export "bend") (param $y i32) (param $n i32) (local $end i32)
    (local.set $end (i32.add (local.get $y) (i32.shl (local.get $n) (i32.const 2))))
    (loop $four
      (v128.store (local.get $y) (f32x4.pmax (v128.const i32x4 0 0 0 0) (v128.load (local.get $y))))
      (br_if $four (i32.lt_u (local.tee $y (i32.add (local.get $y) (i32.const 16))) (local.get $end)))))

  ;; Writes each of `rows` rows of n floats at y as integers to x, with its scale to s.
  (func (export "round") (param $y i32) (param $x i32) (param $s i32) (param $rows i32) (param $n i32)
    (local $end i32) (local $at i32) (local $most v128) (local $top f32) (local $by f32)
    (block $done (loop $next
      (br_if $done (i32.eqz (local.get $rows)))
      (local.set $end (i32.add (local.get $y) (i32.shl (local.get $n) (i32.const 2))))
      (local.set $at (local.get $y))
      (local.set $most (v128.const i32x4 0 0 0 0))
      (loop $four
        (local.set $most (f32x4.pmax (local.get $most) (f32x4.abs (v128.load (local.get $at)))))
        (br_if $four (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $end))))
      (local.set $top (f32.max
        (f32.max (f32x4.extract_lane 0 (local.get $most)) (f32x4.extract_lane 1 (local.get $most)))
        (f32.max (f32x4.extract_lane 2 (local.get $most)) (f32x4.extract_lane 3 (local.get $most)))))
      (f32.store (local.get $s) (f32.div (local.get $top) (f32.const 32767)))
      (local.set $by (select (f32.div (f32.const 32767) (local.get $top)) (f32.const 0) (f32.gt (local.get $top) (f32.const 0))))
      (loop $eight
        (v128.store (local.get $x) (i16x8.narrow_i32x4_s
          (call $integer (v128.load (local.get $y)) (local.get $by))
          (call $integer (v128.load offset=16 (local.get $y)) (local.get $by))))
        (local.set $x (i32.add (local.get $x) (i32.const 16)))
        (br_if $eight (i32.lt_u (local.tee $y (i32.add (local.get $y) (i32.const 32))) (local.get $end))))
      (local.set $s (i32.add (local.get $s) (i32.const 4)))
      (local.set $rows (i32.sub (local.get $rows) (i32.const 1)))
      (br $next))))

  ;; The place of the highest of the first `names` of each of `rows` rows of n floats, the first of such.
  (func (export "highest") (param $y i32) (param $n i32) (param $names i32) (param $out i32) (param $rows i32)
    (local $k i32) (local $best i32) (local $most f32) (local $value f32)
    (block $done (loop $next
      (br_if $done (i32.eqz (local.get $rows)))
      (local.set $most (f32.load (local.get $y)))
      (local.set $best (i32.const 0))
      (local.set $k (i32.const 1))
      (loop $name
        (local.set $value (f32.load (i32.add (local.get $y) (i32.shl (local.get $k) (i32.const 2)))))
        (if (f32.gt (local.get $value) (local.get $most))
          (then (local.set $most (local.get $value)) (local.set $best (local.get $k))))
        (br_if $name (i32.lt_u (local.tee $k (i32.add (local.get $k) (i32.const 1))) (local.get $names))))
      (i32.store (local.get $out) (local.get $best))
      (local.set $out (i32.add (local.get $out) (i32.const 4)))
      (local.set $y (i32.add (local.get $y) (i32.shl (local.get $n) (i32.const 2))))
      (local.set $rows (i32.sub (local.get $rows) (i32.const 1)))
      (br $next))))

  ;; out[d][g] = left[d] . right[g] + b[g] of `rows` rows at `left` and `columns` at `right`, both of n floats; b is `bstep` apart.
  (func (export "products") (param $left i32) (param $right i32) (param $b i32) (param $bstep i32) (param $out i32) (param $rows i32) (param $columns i32) (param $n i32)
    (local $width i32) (local $g i32) (local $r i32) (local $bias i32) (local $l i32) (local $end i32) (local $s v128) (local $t v128)
    (local.set $width (i32.shl (local.get $n) (i32.const 2)))
    (block $done (loop $next
      (br_if $done (i32.eqz (local.get $rows)))
      (local.set $end (i32.add (local.get $left) (local.get $width)))
      (local.set $r (local.get $right))
      (local.set $bias (local.get $b))
      (local.set $g (local.get $columns))
      (loop $column
        (local.set $l (local.get $left))
        (local.set $s (v128.const i32x4 0 0 0 0))
        (local.set $t (v128.const i32x4 0 0 0 0))
        (loop $eight
          (local.set $s (f32x4.add (local.get $s) (f32x4.mul (v128.load (local.get $l)) (v128.load (local.get $r)))))
          (local.set $t (f32x4.add (local.get $t) (f32x4.mul (v128.load offset=16 (local.get $l)) (v128.load offset=16 (local.get $r)))))
          (local.set $r (i32.add (local.get $r) (i32.const 32)))
          (br_if $eight (i32.lt_u (local.tee $l (i32.add (local.get $l) (i32.const 32))) (local.get $end))))
        (local.set $s (f32x4.add (local.get $s) (local.get $t)))
        (f32.store (local.get $out) (f32.add (f32.load (local.get $bias))
          (f32.add
            (f32.add (f32x4.extract_lane 0 (local.get $s)) (f32x4.extract_lane 1 (local.get $s)))
            (f32.add (f32x4.extract_lane 2 (local.get $s)) (f32x4.extract_lane 3 (local.get $s))))))
        (local.set $out (i32.add (local.get $out) (i32.const 4)))
        (local.set $bias (i32.add (local.get $bias) (local.get $bstep)))
        (br_if $column (local.tee $g (i32.sub (local.get $g) (i32.const 1)))))
      (local.set $left (local.get $end))
      (local.set $rows (i32.sub (local.get $rows) (i32.const 1)))
      (br $next)))))
