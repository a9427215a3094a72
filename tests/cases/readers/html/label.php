<div class="card"><strong>Voicemail:</strong>
<p>"Hi <?php echo $first; ?>, this is Ann from Harlow. Call me on <?= $phone ?>."</p></div>
<?php
  $x = "Hi, this is a program that speaks of voicemail, call me back";
  echo $x;
?>
